import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { anEntry } from '#briefings/testing';
import { named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import {
  type Asked,
  type Concerning,
  type Fact,
  OF_AGREEMENTS,
  OF_ENTRIES,
  OF_EVENTS,
  OF_FOLLOW_UPS,
  OF_ITEMS,
  OF_OUTCOMES,
  WAYS,
  type Way,
  recordAsked,
} from './concerns.js';
import { type Office, openOffice } from './office.js';

const LISTS = ['visits', 'agenda-items', 'agreements', 'outcomes', 'follow-ups'] as const;
type List = (typeof LISTS)[number];

const TIMELINES: Readonly<Record<string, readonly Way[]>> = {
  place: ['place', 'origin'],
  topic: ['topic'],
  organization: ['organization'],
  person: ['person'],
  delegation: ['delegation'],
};

describe('what concerns what', () => {
  let office: Office;
  let known: Asked;
  const all: Record<List, Concerning[]> = {
    visits: [],
    'agenda-items': [],
    agreements: [],
    outcomes: [],
    'follow-ups': [],
  };

  beforeAll(async () => {
    office = await openOffice();
    known = await recordAsked(office);
    await recordEvents();
    for (const fact of [...OF_AGREEMENTS, ...ofSigning()]) await add('agreements', anAgreement(), fact);
    const { visits, agreements, outcomes } = all;
    await recordOutcomes();
    for (const { record, ways } of visits) await addFollowUp({ eventId: record.id }, ways);
    for (const { record, ways } of agreements) await addFollowUp({ agreementId: record.id }, ways);
    for (const { record, ways } of outcomes) await addFollowUp({ outcomeId: record.id }, ways);
    for (const [, fields, ways] of OF_ENTRIES) {
      const { id: entryId } = await office.record('/v1/entries', { ...anEntry(), ...fields(known) });
      await addFollowUp({ entryId }, ways);
    }
    await addFollowUp({}, []);
    const nothing = { eventId: visits[0]!.record.id };
    for (const fact of OF_FOLLOW_UPS) await add('follow-ups', { ...aFollowUp(), ...nothing }, fact);
  });
  afterAll(() => office.close());

  const add = async (list: List, body: object, [, fields, ways]: Fact): Promise<void> => {
    const record = await office.record(`/v1/${list}`, { ...body, ...fields(known) });
    all[list].push({ record, ways });
  };

  const ofSigning = (): Fact[] => {
    const eventWith = (way: Way) => all.visits.find(({ ways }) => ways.includes(way))!.record.id;
    const itemThere = all['agenda-items'].find(({ ways }) => ways.includes('place'))!.record.id;
    return [
      ['it was signed at an item there', () => ({ signedAtItemId: itemThere }), ['place']],
      ['it was signed where they came', () => ({ signedAtEventId: eventWith('delegation') }), ['delegation']],
      ['it came of where they came', () => ({ originEventId: eventWith('delegation') }), ['delegation']],
    ];
  };

  const addFollowUp = (from: object, ways: readonly Way[]): Promise<void> =>
    add('follow-ups', aFollowUp(), ['it comes from what concerns it', () => from, ways]);

  const recordEvents = async (): Promise<void> => {
    for (const fact of [...OF_EVENTS, ...OF_ITEMS]) await add('visits', { names: named(fact[0]) }, fact);
    const ofItems = all.visits.slice(OF_EVENTS.length);
    all['agenda-items'] = ofItems.map(({ record, ways }) => ({ record: record.agenda[0], ways }));
  };

  /** Outcomes concern what their event or agreement does; but what they are about, they say themselves. */
  const recordOutcomes = async (): Promise<void> => {
    for (const [origin, list] of [
      ['eventId', all.visits],
      ['agreementId', all.agreements],
    ] as const)
      for (const { record, ways } of list) {
        const inherited = ways.filter((way) => way !== 'topic');
        await add('outcomes', anOutcome(), ['it came of it', () => ({ [origin]: record.id }), inherited]);
      }
    const nothing = { eventId: all.visits[0]!.record.id };
    for (const fact of OF_OUTCOMES) await add('outcomes', { ...anOutcome(), ...nothing }, fact);
  };

  const idsBy = (records: readonly Concerning[], ways: readonly Way[]): string[] =>
    records
      .filter((one) => one.ways.some((way) => ways.includes(way)))
      .map(({ record }) => record.id as string)
      .sort();

  const find = async (path: string): Promise<{ ids: string[]; total: number }> => {
    const { body } = await office.get(`/v1/${path}&limit=200&count=true`);
    return { ids: body.items.map(({ id }: { id: string }) => id).sort(), total: body.total };
  };

  it.each(LISTS.flatMap((list) => WAYS.map((way) => [list, way] as const)))(
    'is found in the list of %s by %s, and counted',
    async (list, way) => {
      const ids = idsBy(all[list], [way]);
      expect(await find(`${list}?${way}=${known.asked[way]}`)).toEqual({ ids, total: ids.length });
    },
  );

  it.each(Object.entries(TIMELINES))('is told in the timeline of a %s in all ways', async (subject, ways) => {
    const { 'agenda-items': _items, ...entries } = all;
    const ids = idsBy(Object.values(entries).flat(), ways);
    expect(ids.length).toBeGreaterThan(5);
    const asked = ways.map((way) => known.asked[way]);
    const found = await Promise.all(asked.map((id) => find(`timeline?${subject}=${id}`)));
    expect([...new Set(found.flatMap((one) => one.ids))].sort()).toEqual(ids);
    expect(found.map((one) => one.total)).toEqual(found.map((one) => one.ids.length));
  });
});
