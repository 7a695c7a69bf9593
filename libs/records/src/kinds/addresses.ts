import type { Sql } from '#platform';

/** What an address says: the ids in it by name, and whatever else its whole makes of it. */
export type At = Readonly<Record<string, string>>;

/** How a kind of record that others are within is addressed, where its id alone is not enough. */
export interface WholeAddress {
  /** The segment that names its collection, such as one of two. */
  readonly path: string;
  /** The segment of the collection that a row is in, where it is one of several. */
  readonly segment?: (row: Sql) => Sql;
  /** What an address below it says, from its parameters. */
  readonly read: (parameters: At) => At;
  /** What must be true of it: a column, and what the address calls it. */
  readonly matches: Readonly<Record<string, string>>;
  /** Its word in messages, at an address. */
  readonly nameAt: (at: At) => string;
}

/** What is addressed by its id alone. */
export function ownAddress({ name, path }: { readonly name: string; readonly path: string }): WholeAddress {
  return { path, read: (parameters) => parameters, matches: {}, nameAt: () => name };
}
