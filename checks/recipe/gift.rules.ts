export const GIFT_DIRECTIONS = ['given', 'received'] as const;
export type GiftDirection = (typeof GIFT_DIRECTIONS)[number];
