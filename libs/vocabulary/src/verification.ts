/** How far a statement has been checked. Two statements may contradict each other; both are kept. */
export const VERIFICATIONS = [
  'unverified',
  'reported',
  'corroborated',
  'verified',
  'disputed',
  'refuted',
] as const;

export type Verification = (typeof VERIFICATIONS)[number];
