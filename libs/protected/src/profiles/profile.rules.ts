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
