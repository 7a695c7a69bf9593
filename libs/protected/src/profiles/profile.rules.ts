/** What is protected of a person; each is encrypted on its own. */
export const FIELDS = [
  'passport',
  'birthDate',
  'visa',
  'dietary',
  'medical',
  'emergencyContact',
  'notes',
] as const;
export type Field = (typeof FIELDS)[number];

/** The values of a profile; null where nothing is known. */
export type ProfileValues = Record<Field, unknown>;

/** The values of a profile that says this, and nothing else. */
export function profileOf(said: Partial<ProfileValues>): ProfileValues {
  return Object.fromEntries(FIELDS.map((field) => [field, said[field] ?? null])) as ProfileValues;
}

/** Whose of two profiles is right, by field. */
export type Whose = Partial<Readonly<Record<Field, 'kept' | 'from'>>>;

/** What two profiles of one person say together. */
export interface UnitedProfile {
  readonly values: ProfileValues;
  /** The fields of which both say something, and nobody has said which is right. */
  readonly undecided: readonly Field[];
}

/** Unites what two profiles say of one person; where they say different things, somebody has to decide. */
export function uniteProfiles(kept: ProfileValues, from: ProfileValues, whose: Whose): UnitedProfile {
  const differ = (field: Field): boolean =>
    kept[field] !== null && from[field] !== null && textOf(kept[field]) !== textOf(from[field]);
  const chosen = (field: Field): unknown =>
    differ(field) && whose[field] === 'from' ? from[field] : (kept[field] ?? from[field]);
  return {
    values: Object.fromEntries(FIELDS.map((field) => [field, chosen(field)])) as ProfileValues,
    undecided: FIELDS.filter((field) => differ(field) && !whose[field]),
  };
}

/** What is left out of an object and what is null in it say the same. */
function textOf(value: unknown): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  const known = Object.entries(value!).filter(([, part]) => part !== null);
  return JSON.stringify(known.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
