/** Who may see a record: everybody, the office, or the people and roles that it names. */
export const VISIBILITIES = ['public', 'internal', 'confidential'] as const;

export type Visibility = (typeof VISIBILITIES)[number];
