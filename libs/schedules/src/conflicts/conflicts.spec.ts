import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Database, type Transaction, callerValues, sql, statement } from '#platform';
import { type TestDatabase, openTestDatabase, aCaller } from '#platform/testing';
import { aParticipation, aVisit, anItem, insertActor, insertRecords, named } from '../testing.js';
import {
  type SmallAgenda,
  type SmallMap,
  type SmallParticipation,
  findConflicts,
} from './brute-force.fixture.js';
import { conflictsOf } from './conflicts.fragments.js';

const place = { latitude: null, longitude: null, capacity: null };
const MAP: SmallMap = {
  places: [
    { ...place, kind: 'city', within: [0], latitude: 40.85, longitude: 14.27 },
    { ...place, kind: 'venue', within: [1, 0], latitude: 40.806, longitude: 14.174, capacity: 2 },
    { ...place, kind: 'room', within: [2, 1, 0], capacity: 1 },
    { ...place, kind: 'room', within: [3, 1, 0] },
    { ...place, kind: 'venue', within: [4, 0] },
    { ...place, kind: 'venue', within: [5], latitude: 41.9, longitude: 12.48 },
    { ...place, kind: 'room', within: [6] },
  ],
  given: [
    [1, 5, 100],
    [6, 2, 30],
    [1, 6, 45],
  ],
};

const people = [0, 1, 2];
const participation = fc.record({
  item: fc.nat(5),
  person: fc.constantFrom(...people, null),
  delegation: fc.nat(1),
  interprets: fc.boolean(),
  comes: fc.boolean(),
});
const agendas: fc.Arbitrary<SmallAgenda> = fc
  .record({
    items: fc.array(
      fc.record({
        event: fc.nat(1),
        parent: fc.option(fc.nat(5)),
        starts: fc.integer({ min: -2, max: 20 }).map((at) => at * 15 + (at > 18 ? 2700 : 0)),
        lasts: fc.option(fc.nat(8).map((of) => of * 15)),
        place: fc.option(fc.nat(MAP.places.length - 1)),
        takesPlace: fc.integer({ min: 0, max: 9 }).map((die) => die > 0),
      }),
      { minLength: 6, maxLength: 6 },
    ),
    delegations: fc.tuple(fc.subarray(people), fc.subarray(people)),
    participations: fc.array(participation, { maxLength: 12 }),
  })
  .map(({ items, delegations, participations }) => ({
    delegations,
    items: items.map((item) => ({ ...item, parent: parentOf(item, items) })),
    participations: recordedOnce(
      participations.map((one) => ({ ...one, delegation: one.person === null ? one.delegation : null })),
    ),
  }));

/** Nobody takes part twice in one role, as the database has it. */
function recordedOnce(participations: readonly SmallParticipation[]): SmallParticipation[] {
  const keyOf = ({ comes: _comes, ...one }: SmallParticipation): string => JSON.stringify(one);
  return [...new Map(participations.map((one) => [keyOf(one), one])).values()];
}

/** One level of parts, within one event. */
function parentOf(
  { event, parent }: { event: number; parent: number | null },
  items: readonly { event: number; parent: number | null }[],
): number | null {
  const found = parent === null ? undefined : items[parent];
  return found?.event === event && found.parent === null ? parent : null;
}

describe('Conflicts', () => {
  let test: TestDatabase;
  let database: Database;
  let placeIds: string[];
  let personIds: string[];

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = await test.connect());
    await database.transaction(async (tx) => {
      await insertActor(tx);
      placeIds = [];
      for (const { kind, within, latitude, longitude, capacity } of MAP.places) {
        const parentId = placeIds[within[1] ?? -1] ?? null;
        const row = { names: named(kind), kind, parentId, latitude, longitude, capacity };
        placeIds.push(...(await insertRecords(tx, 'places', [row])));
      }
      personIds = await insertRecords(
        tx,
        'people',
        people.map((person) => ({ names: named(`Person ${person}`), languages: [] })),
      );
      const times = MAP.given.map(([from, to, minutes]) => ({
        fromPlaceId: placeIds[from],
        toPlaceId: placeIds[to],
        minutes,
      }));
      await insertRecords(tx, 'travel_times', times);
    });
  });

  afterAll(() => test.drop());

  it('are what looking at every pair of items finds', async () => {
    await fc.assert(
      fc.asyncProperty(agendas, async (agenda) => {
        const { ofEvent, ofItems } = await inVain(async (tx) => {
          const names = await record(tx, agenda);
          const own = (at: number) => agenda.items[at]!.event === 0;
          const ids = [...names.entries()].filter(([, name]) => /^\d+$/.test(name) && own(Number(name)));
          const ofItems = new Set<string>();
          for (const [id] of ids) for (const one of await find(tx, [id], names)) ofItems.add(one);
          const all = ids.map(([id]) => id);
          return { ofEvent: await find(tx, all, names), ofItems: [...ofItems].sort() };
        });
        const expected = findConflicts(agenda, MAP);
        expect(ofEvent).toEqual(expected);
        expect(ofItems).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  /** Writes an agenda, and gives what its records are called. */
  async function record(tx: Transaction, agenda: SmallAgenda): Promise<Map<string, string>> {
    const eventIds = await insertRecords(tx, 'events', [aVisit(), aVisit()]);
    const delegationIds = await insertRecords(
      tx,
      'delegations',
      agenda.delegations.map(() => ({ names: named('Delegation'), status: 'confirmed' })),
    );
    const members = agenda.delegations.flatMap((persons, at) =>
      persons.map((person, precedence) => ({
        delegationId: delegationIds[at],
        personId: personIds[person],
        role: 'member',
        precedence: precedence + 1,
        languages: [],
        status: 'accepted',
      })),
    );
    await insertRecords(tx, 'delegation_members', members);
    const itemIds = await recordItems(tx, agenda, eventIds);
    const participations = agenda.participations.map(({ item, person, delegation, interprets, comes }) =>
      aParticipation({
        eventId: eventIds[agenda.items[item]!.event],
        agendaItemId: itemIds[item],
        personId: personIds[person ?? -1] ?? null,
        delegationId: delegationIds[delegation ?? -1] ?? null,
        role: interprets ? 'interpreter' : 'attendee',
        response: comes ? 'accepted' : 'declined',
      }),
    );
    await insertRecords(tx, 'participations', participations);
    return new Map([
      ...itemIds.map((id, at) => [id, `${at}`] as const),
      ...personIds.map((id, at) => [id, `p${at}`] as const),
      ...delegationIds.map((id, at) => [id, `d${at}`] as const),
    ]);
  }

  async function recordItems(tx: Transaction, { items }: SmallAgenda, eventIds: string[]): Promise<string[]> {
    const rows = items.map(({ event, starts, lasts, place, takesPlace }) =>
      anItem({
        eventId: eventIds[event],
        startsAt: instantOf(starts),
        endsAt: lasts === null ? null : instantOf(starts + lasts),
        placeId: placeIds[place ?? -1] ?? null,
        status: takesPlace ? 'proposed' : 'cancelled',
      }),
    );
    const ids = await insertRecords(tx, 'agenda_items', rows);
    for (const [at, { parent }] of items.entries())
      if (parent !== null)
        await tx.query('update agenda_items set parent_id = $2 where id = $1', [ids[at], ids[parent]]);
    return ids;
  }

  async function find(tx: Transaction, ids: string[], names: Map<string, string>): Promise<string[]> {
    const query = statement(
      undefined,
      sql`select coalesce(json_agg(e), '[]') from (${conflictsOf(sql`select unnest(:ids::uuid[])`)}) e`,
    );
    const actor = { id: personIds[0]!, name: 'Office' };
    const caller = aCaller({ actor, scopes: ['read'] });
    const [found] = (await database.readRow(query, { ...callerValues(caller), ids }, tx))!;
    return (JSON.parse(found!) as FoundRow[])
      .map(({ kind, first_id, second_id, people, delegations }) => {
        const who = [...(people ?? []), ...(delegations ?? [])].map((id) => names.get(id)!).sort();
        const items = [first_id, second_id].filter((id) => id !== null).map((id) => names.get(id)!);
        return [kind, ...items, ...who].join(' ');
      })
      .sort();
  }

  /** Runs `work` in a transaction of which nothing stays. */
  async function inVain<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let result: T;
    const undone = new Error('undone');
    await database
      .transaction(async (tx) => {
        result = await work(tx);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return result!;
  }
});

interface FoundRow {
  readonly kind: string;
  readonly first_id: string;
  readonly second_id: string | null;
  readonly people: string[] | null;
  readonly delegations: string[] | null;
}

/** A minute of the visit, counted from the beginning of its first day. */
function instantOf(minute: number): string {
  return new Date(Date.parse('2018-07-12T00:00:00+02:00') + minute * 60_000).toISOString();
}
