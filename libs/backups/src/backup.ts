import { dirname } from 'node:path';
import { type ErasedPerson, keepErased } from '#platform';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  type Query,
  copied,
  countRows,
  inPublic,
  readSchemaVersion,
  readSequences,
  readTables,
} from './catalog.js';
import { type Place, SESSION } from './connection.js';
import { BackupError } from './error.js';
import { writeWhole } from './files.js';
import type { Contents, KeptTable } from './manifest.js';
import { writeArchive } from './writing.js';

/** Where a backup goes, what its instant is, and what cuts it short. */
export interface BackupOptions {
  readonly file: string;
  readonly at: Date;
  readonly signal?: AbortSignal;
}

/**
 * Writes all that a database holds at one instant to a file, while others go on reading and writing.
 * @returns what is in it
 * @throws BackupError where there is nothing to back up, or the file cannot be written
 */
export async function writeBackup(place: Place, { file, at, signal }: BackupOptions): Promise<Contents> {
  const client = await connect(place);
  try {
    const contents = await beginSnapshot(client, at);
    await writeWhole(
      file,
      writeArchive(contents, (table) => readRows(client, table)),
      signal,
    );
    await keepErased(dirname(file), await readErasures(client, contents));
    return contents;
  } catch (error) {
    throw explain(error as Error, file);
  } finally {
    await client.end();
  }
}

async function connect({ url, migrationUrl }: Place): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: migrationUrl ?? url,
    application_name: 'corteo-backup',
    options: SESSION,
    keepAlive: true,
  });
  // What ends the connection fails the statement that runs on it, too.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Begins to see the database as it is now, and keeps the tables from being altered meanwhile. */
async function beginSnapshot(client: pg.Client, at: Date): Promise<Contents> {
  const query: Query = async (text) => (await client.query(text)).rows;
  const known = await readTables(query);
  if (known.length === 0)
    throw new BackupError('There is nothing to back up: this database holds no tables of Corteo.');
  await query('begin isolation level repeatable read read only');
  // Before the snapshot: what is altered after it, such a one would see empty.
  await query(`lock table ${known.map(({ name }) => inPublic(name)).join(', ')} in access share mode`);
  const tables = await readTables(query);
  if (JSON.stringify(tables) !== JSON.stringify(known))
    throw new BackupError('The tables have been altered this very moment. Try again.');
  const counts = await countRows(
    query,
    tables.map(({ name }) => name),
  );
  return {
    madeAt: at.toISOString(),
    postgres: (await query<{ version: string }>(`select current_setting('server_version') as version`))[0]!
      .version,
    schema: await readSchemaVersion(query),
    tables: tables.map((table, index) => ({ ...table, rows: counts[index]! })),
    sequences: await readSequences(query),
  };
}

const GONE_DOCUMENTS = `(select coalesce(json_agg(json_build_object('checksum', d.checksum, 'record_id', d.record_id)), '[]')
  from public.erased_documents d where d.person_id = x.person_id)`;

/** Who was erased until now: kept beside this backup, and beside the older ones that hold them in the clear. */
async function readErasures(client: pg.Client, { tables }: Contents): Promise<ErasedPerson[]> {
  const has = (table: string): boolean => tables.some(({ name }) => name === table);
  if (!has('erasures')) return [];
  const documents = has('erased_documents') ? GONE_DOCUMENTS : `'[]'::json`;
  const { rows } = await client.query<ErasedPerson>(
    `select person_id as "personId", at, by_id as "byId", reason, redacted, kept, ${documents} as documents
     from public.erasures x order by at`,
  );
  return rows;
}

async function* readRows(client: pg.Client, table: KeptTable): AsyncGenerator<Buffer> {
  const rows = client.query(copyTo(`copy ${copied(table)} to stdout (format text, encoding 'UTF8')`));
  yield* rows;
  if (rows.rowCount !== table.rows)
    throw new BackupError(`${table.name} gave ${rows.rowCount} of ${table.rows} rows.`);
}

function explain(error: Error, file: string): Error {
  if (error instanceof BackupError || error.name === 'AbortError') return error;
  return new BackupError(`The backup could not be written to ${file}: ${error.message}.`, { cause: error });
}
