import { checkDatabase, readMigrations } from '#platform';
import { type EntityManager, MigrationExecutor } from 'typeorm';
import { type Query, inPublic, readTables } from './catalog.js';
import { BackupError } from './error.js';

const BY_OFFICE = `in (select id from public.actors where kind = 'system')`;

/** What comes into tables before anybody records anything, by migrations and by the first start: nothing is lost with it. */
const SEEDED: Readonly<Record<string, string>> = {
  migrations: 'true',
  change_stamps: 'true',
  time_zone_data: 'true',
  cursor_keys: 'true',
  actors: `kind = 'system'`,
  standing_follow_ups: `version = 1 and created_by_id ${BY_OFFICE}`,
  // What was seeded besides is found in history.
  changes: 'true',
  known_words: 'true',
  record_keys: 'true',
  record_words: 'true',
  history: `kind = 'created' and by_id ${BY_OFFICE}`,
  // Strangers knock at a server that holds nothing yet, too.
  audit_events: `action = 'access.unauthenticated'`,
};

/**
 * Tells how many migrations had made the schema of a backup.
 * @throws BackupError where this program does not know all of them, or not in this order
 */
export function checkVersion(schema: readonly string[]): number {
  const known = readMigrations().map((Migration) => new Migration().name!);
  if (schema.length > 0 && schema.every((name, index) => name === known[index])) return schema.length;
  const isNewer = known.every((name, index) => name === schema[index]);
  throw new BackupError(
    isNewer
      ? `It was made by a newer version of Corteo, whose tables go up to “${schema.at(-1)}”. Restore it with that version.`
      : 'It was made by an unreleased version of Corteo, whose tables this one does not know.',
  );
}

/**
 * Makes sure that nothing is lost by restoring into a database, and that nobody writes to it meanwhile.
 * @throws BackupError where it holds records
 */
export async function checkEmpty(tx: EntityManager): Promise<void> {
  const query: Query = (text) => tx.query(text);
  await checkDatabase(tx.connection, tx.queryRunner);
  const tables = await readTables(query);
  if (tables.length === 0) return;
  await query(`lock table ${tables.map(({ name }) => inPublic(name)).join(', ')}`);
  const filled: string[] = [];
  for (const { name } of tables) {
    const rows = await query(`select from ${inPublic(name)} where not (${SEEDED[name] ?? 'false'}) limit 1`);
    if (rows.length > 0) filled.push(name);
  }
  if (filled.length > 0)
    throw new BackupError(
      `The database is not empty: it has rows in ${filled.join(', ')}. A backup is restored into an empty one; name another by DATABASE_URL or DATA_FOLDER.`,
    );
}

/** Gives an empty database the schema that the first migrations make. */
export async function setSchema(tx: EntityManager, version: number): Promise<void> {
  await raiseSchema(tx);
  const executor = new MigrationExecutor(tx.connection, tx.queryRunner);
  for (let present = readMigrations().length; present > version; present--)
    await executor.undoLastMigration();
}

/** Brings the schema up to that of this program. */
export async function raiseSchema(tx: EntityManager): Promise<void> {
  await new MigrationExecutor(tx.connection, tx.queryRunner).executePendingMigrations();
}
