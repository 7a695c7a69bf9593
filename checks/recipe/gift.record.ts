import { recordKind } from '#records';
import { Gift } from './gift.entity.js';
import { CreateGift, GiftPage, GiftQuery, GiftView, PatchGift } from './gifts.dto.js';

/** What is given to guests, or received from them. */
export const GIFT = recordKind({
  name: 'gift',
  entity: Gift,
  path: 'gifts',
  tag: 'Gifts',
  area: 'visits',
  create: CreateGift,
  patch: PatchGift,
  query: GiftQuery,
  view: GiftView,
  page: GiftPage,
});
