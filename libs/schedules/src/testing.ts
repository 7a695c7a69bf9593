import { randomUUIDv7 } from 'node:crypto';
import { type ItemTimes, timesAt } from '#agendas/testing';
import { type Transaction, insertAll } from '#platform';

const ACTOR = '019a8f3e-4c00-7000-8000-000000000002';
const AT = '2026-11-22T09:00:00Z';

type Columns = Readonly<Record<string, unknown>>;

/** Inserts who made the records of a test. */
export async function insertActor(tx: Transaction): Promise<void> {
  await tx.query(`insert into actors values ($1, 'Office', $2)`, [ACTOR, AT]);
}

/** Inserts records in one statement and gives their ids, in the order given. */
export async function insertRecords(
  tx: Transaction,
  table: string,
  rows: readonly Columns[],
): Promise<string[]> {
  const made = { version: 1, createdAt: AT, createdById: ACTOR, updatedAt: AT, updatedById: ACTOR };
  // Ids of the same millisecond come in no order of their own.
  const ids = rows.map(() => randomUUIDv7()).sort();
  const records = rows.map((row, at) => ({ id: ids[at], ...made, ...row }));
  await insertAll(tx, table, records);
  return ids;
}

/** Names as records hold them. */
export function named(text: string): readonly object[] {
  return [{ text, lang: 'en', kind: 'official' }];
}

/** The columns of a visit to Naples on 12 and 13 July 2018. */
export function aVisit(columns: Columns = {}): Columns {
  const dates = { starts: '2018-07-12', ends: '2018-07-13', timeZone: 'Europe/Rome' };
  const rest = {
    objectives: [],
    visibility: 'internal',
    agendaComplete: false,
    uid: randomUUIDv7(),
    sequence: 0,
  };
  return { kind: 'visit', status: 'planned', names: named('Visit'), ...dates, ...rest, ...columns };
}

/** The columns of an item of an agenda in Rome. */
export function anItem({
  startsAt,
  endsAt,
  onDate,
  ...columns
}: Columns & ItemTimes & { onDate?: string }): Columns {
  const rest = { position: 0, languages: [], audience: 'guests', uid: randomUUIDv7(), sequence: 0 };
  const where = { parentId: null, placeId: null };
  const when = timesAt({ startsAt, endsAt, on: onDate }, 'Europe/Rome');
  return {
    kind: 'meeting',
    title: { en: 'Meeting' },
    status: 'confirmed',
    ...where,
    ...when,
    ...rest,
    ...columns,
  };
}

/** The columns of a participation of a person or a delegation in an item. */
export function aParticipation(columns: Columns): Columns {
  const all = { personId: null, delegationId: null, group: null };
  return { side: 'guest', role: 'attendee', response: 'accepted', ...all, ...columns };
}
