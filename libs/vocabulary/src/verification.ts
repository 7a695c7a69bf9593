/** How far something that is said can be relied on. */
export const VERIFICATIONS = [
  'unverified',
  'reported',
  'corroborated',
  'verified',
  'disputed',
  'refuted',
] as const;

export type Verification = (typeof VERIFICATIONS)[number];
