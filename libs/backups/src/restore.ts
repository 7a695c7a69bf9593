import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { clientOf, openDataSource, dataSourceOptions, UnsuitableDatabaseError, workAsOwner } from '#platform';
import { escapeLiteral } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager } from 'typeorm';
import { type Query, type Table, copied, inPublic, readTables } from './catalog.js';
import { type Place, ownerOptions } from './connection.js';
import { eraseAgain, readAllErased } from './erased.js';
import { BackupError } from './error.js';
import type { KeptSequence, KeptTable, Manifest } from './manifest.js';
import type { BackupReader } from './reading.js';
import { checkEmpty, checkVersion, raiseSchema, setSchema } from './schema.js';
import { withBackup } from './verify.js';
import { withoutRules } from './without-rules.js';

/**
 * Puts all that a backup holds into an empty database: all of it, or nothing. Whoever was erased since it was made is
 * erased again.
 * @param folders where those who were erased are noted, besides the folder that the backup is in
 * @returns what is in it
 * @throws BackupError where the backup is not complete and sound or of a newer version, or the database is not empty
 * @throws UnsuitableDatabaseError where the database cannot hold the data
 */
export async function restoreBackup(
  place: Place,
  path: string,
  folders: readonly string[] = [],
): Promise<Manifest> {
  const erased = await readAllErased([dirname(path), ...folders]);
  const manifest = await withBackup(path, async (backup) => {
    const version = checkVersion(backup.manifest.schema);
    await workAsOwner(ownerOptions(place), async (owner) => {
      await owner
        .transaction(async (tx) => {
          await restoreInto(tx, backup, version);
          await eraseAgain(tx, erased);
        })
        .catch(explain);
      const tables = backup.manifest.tables.map(({ name }) => inPublic(name));
      await owner.query(`vacuum (analyze) ${tables.join(', ')}`);
    });
    return backup.manifest;
  });
  await openOnce(place);
  return manifest;
}

async function restoreInto(tx: EntityManager, backup: BackupReader, version: number): Promise<void> {
  const query: Query = (text) => tx.query(text);
  const { tables, sequences } = backup.manifest;
  await checkEmpty(tx);
  await setSchema(tx, version);
  checkTables(tables, await readTables(query));
  await withoutRules(query, tables, async () => {
    for (const table of tables) await fillTable(tx, table, backup);
  });
  await backup.finish();
  await setSequences(query, sequences);
  await raiseSchema(tx);
}

/** @throws BackupError where the tables are not those that the schema of the backup's version has */
function checkTables(kept: readonly KeptTable[], present: readonly Table[]): void {
  const said = (tables: readonly Table[]): string[] =>
    tables.map(({ name, columns }) => `${name} (${columns.toSorted().join(', ')})`);
  const [inBackup, inSchema] = [said(kept), said(present)];
  const different =
    inBackup.find((one) => !inSchema.includes(one)) ?? inSchema.find((one) => !inBackup.includes(one));
  if (different) throw new BackupError(`It does not fit the schema of its version: ${different}.`);
}

async function fillTable(tx: EntityManager, table: KeptTable, backup: BackupReader): Promise<void> {
  const client = await clientOf(tx);
  const rows = client.query(copyFrom(`copy ${copied(table)} from stdin (format text, encoding 'UTF8')`));
  await pipeline(backup.rowsOf(table), rows);
  if (rows.rowCount !== table.rows)
    throw new BackupError(`${table.name} took in ${rows.rowCount} of ${table.rows} rows.`);
}

async function setSequences(query: Query, sequences: readonly KeptSequence[]): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences)
    await query(`select setval(${escapeLiteral(inPublic(name))}, ${escapeLiteral(lastValue)}, ${isCalled})`);
}

function explain(error: Error): never {
  if (error instanceof BackupError || error instanceof UnsuitableDatabaseError) throw error;
  throw new BackupError(`The database does not take it in: ${error.message}.`, { cause: error });
}

/** Opens the database as a start does, which gives the application its rights. */
async function openOnce({ url, migrationUrl }: Place): Promise<void> {
  const application = new DataSource(dataSourceOptions(url, 2));
  try {
    await openDataSource(application, migrationUrl);
  } finally {
    if (application.isInitialized) await application.destroy();
  }
}
