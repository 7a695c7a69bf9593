/** The kinds of record that may be there twice. */
export const DIRECTORY_KINDS = ['place', 'topic', 'organization', 'person'] as const;
export type DirectoryKind = (typeof DIRECTORY_KINDS)[number];
