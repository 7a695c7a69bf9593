/** Why two records may be the same, surest first. */
export const SIMILARITIES = [
  'same_name',
  'same_acronym_and_city',
  'same_family_and_given_name',
  'same_email',
  'same_website',
] as const;
export type Similarity = (typeof SIMILARITIES)[number];

/** How many records are named that one may be the same as, when it is recorded. */
export const MOST_TOLD = 10;
