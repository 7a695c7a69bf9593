import { tracingChannel } from 'node:diagnostics_channel';

/** What the database is asked to do: a statement, or a transaction of several. */
export interface DatabaseWork {
  readonly kind: 'statement' | 'transaction';
  /** The name of a statement of ours, where it has one. */
  readonly name?: string | undefined;
  /** Its SQL, without values, where it has none. */
  readonly text?: string;
}

/** Tells who listens what the database does, and when; while nobody does, it costs nothing. */
export const databaseWork = tracingChannel<DatabaseWork, unknown>('corteo.database');
