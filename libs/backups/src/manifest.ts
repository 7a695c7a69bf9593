import { BackupError } from './error.js';

/** The first entry of a backup, which says what is in it. */
export const MANIFEST = 'corteo-backup.json';
/** The last entry, as `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS';

const FORMAT = 1;

/** A table, the columns that are written down, in order, and how many rows there are. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** Where a sequence goes on. */
export interface KeptSequence {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** What a backup says of itself. */
export interface Manifest {
  readonly format: number;
  readonly madeAt: string;
  /** The version of Postgres that it was read from. */
  readonly postgres: string;
  /** The migrations that had made the schema, oldest first. */
  readonly schema: readonly string[];
  readonly tables: readonly KeptTable[];
  readonly sequences: readonly KeptSequence[];
}

/** What is known of a database when it is backed up. */
export type Contents = Omit<Manifest, 'format'>;

/** Writes a manifest, for people too. */
export function writeManifest(contents: Contents): string {
  return `${JSON.stringify({ format: FORMAT, ...contents }, null, 2)}\n`;
}

/**
 * Reads a manifest.
 * @throws BackupError where it is none, or one of a later format
 */
export function readManifest(text: string): Manifest {
  const said = parse(text);
  if (typeof said.format === 'number' && said.format > FORMAT)
    throw new BackupError(
      'It was made by a newer version of Corteo, in a format that this one does not know.',
    );
  if (!isManifest(said)) throw new BackupError('It is no backup of Corteo: nothing says what is in it.');
  return said;
}

function parse(text: string): Partial<Manifest> {
  try {
    return Object(JSON.parse(text)) as Partial<Manifest>;
  } catch {
    return {};
  }
}

function isManifest(said: Partial<Manifest>): said is Manifest {
  return (
    said.format === FORMAT &&
    [said.madeAt, said.postgres].every(isText) &&
    isListOf(said.schema, isText) &&
    isListOf(said.tables, isTable) &&
    isListOf(said.sequences, isSequence)
  );
}

function isTable(said: Partial<KeptTable>): boolean {
  return isText(said.name) && isListOf(said.columns, isText) && Number.isSafeInteger(said.rows);
}

function isSequence(said: Partial<KeptSequence>): boolean {
  return isText(said.name) && isText(said.lastValue) && typeof said.isCalled === 'boolean';
}

function isText(said: unknown): boolean {
  return typeof said === 'string';
}

function isListOf<T>(said: readonly T[] | undefined, isOne: (one: T) => boolean): boolean {
  return Array.isArray(said) && said.every((one) => one != null && isOne(one));
}

/** The entry that holds a part of a table: rows as `copy` writes them. */
export function nameOfPart(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(4, '0')}.copy`;
}

/** How much is in a backup, in words. */
export function describe({ tables, schema, madeAt }: Contents): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows} rows of ${tables.length} tables, made at ${madeAt}, schema ${schema.at(-1)}`;
}
