import { randomUUIDv7 } from 'node:crypto';
import { type Clock, type Config, Today, type Transaction, readConfig } from '#platform';

export { COLLECTIONS, SUBJECT_KINDS } from './links/calendar-link.rules.js';

/** Columns of a record and its actor, as tests insert them. */
type Columns = Readonly<Record<string, unknown>>;

const ACTOR = '019a8f3e-4c00-7000-8000-000000000002';

/** What the office is configured to, and the day there by a clock. */
export function atTheOffice(
  clock: Clock,
  environment: Parameters<typeof readConfig>[0] = {},
): [Today, Config] {
  const config = readConfig(environment);
  return [new Today(clock, config), config];
}

/** Inserts who made the records of a test. */
export async function insertActor(tx: Transaction, name = 'Office'): Promise<void> {
  await tx.query(`insert into actors values ($1, $2, '2026-11-22T09:00Z')`, [ACTOR, name]);
}

/** Inserts a public forum, five days of March 2027 unless told otherwise, and gives its id. */
export function insertForum(tx: Transaction, columns: Columns = {}): Promise<string> {
  const uid = randomUUIDv7();
  return insertRecord(tx, 'events', {
    kind: 'forum',
    status: 'confirmed',
    visibility: 'public',
    starts: '2027-03-10',
    ends: '2027-03-14',
    names: named('Zhongguancun Forum'),
    objectives: '[]',
    agenda_complete: false,
    uid,
    sequence: 0,
    ...columns,
  });
}

/** Inserts a record and gives its id. */
export async function insertRecord(tx: Transaction, table: string, columns: Columns): Promise<string> {
  const at = '2026-11-22T09:00:00Z';
  const id = randomUUIDv7();
  const made = { id, version: 1, created_at: at, created_by_id: ACTOR, updated_at: at, updated_by_id: ACTOR };
  const row = { ...made, ...columns };
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  await tx.query(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
  return id;
}

/** One official name, as the column `names` holds it. */
export function named(text: string, lang = 'en'): string {
  return JSON.stringify([{ text, lang, kind: 'official' }]);
}
