import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { aRelationship, anEntry } from '#briefings/testing';
import { aDelegation } from '#delegations/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { anOutcome } from '#follow-ups/testing';
import type { Recorded } from './answer.js';
import { at, twoDaysInItaly } from './known.js';
import { type Office, openOffice } from './office.js';

type Ids = Readonly<
  Record<'naples' | 'rome' | 'topic' | 'bigData' | 'tsinghua' | 'csaa' | 'sun' | 'delegation', string>
>;

/** What is recorded, where, and the patch that says the same again. */
const RECORDS: readonly (readonly [path: string, body: (of: Ids) => object, omitted?: readonly string[]])[] =
  [
    [
      'places',
      ({ rome }) => aPlace({ latitude: 40.8, longitude: 14.2, containedInIds: [rome], capacity: 300 }),
    ],
    ['topics', ({ topic }) => aTopic({ parentId: topic })],
    [
      'organizations',
      ({ topic, bigData }) =>
        anOrganization({
          topicIds: [bigData, topic],
          memberCount: { value: 60.5, qualifier: 'over', unit: 'companies' },
          founded: '201X',
        }),
    ],
    ['people', () => aPerson({ languages: ['zh', 'en'] })],
    [
      'delegations',
      ({ tsinghua, topic }) => ({ ...aDelegation(), organizationIds: [tsinghua], topicIds: [topic] }),
      ['members'],
    ],
    [
      'visits',
      ({ naples, topic, delegation }) => ({
        ...twoDaysInItaly('Guiyang in Naples'),
        summary: { en: 'Big data', it: 'I big data' },
        objectives: [{ en: 'partnerships' }],
        topicIds: [topic],
        delegationIds: [delegation],
        placeId: naples,
      }),
    ],
    ['forum-series', ({ tsinghua }) => ({ names: named('Innovation Week'), organizerIds: [tsinghua] })],
    [
      'forums',
      () => ({
        names: named('Innovation Week 2018'),
        expectedAttendance: [{ category: { en: 'visitors' }, quantity: { value: 500, qualifier: 'over' } }],
      }),
    ],
    [
      'agreements',
      ({ topic, naples }) =>
        anAgreement({ topicIds: [topic], placeIds: [naples], renewal: { mode: 'automatic', term: 'P1Y' } }),
      ['parties', 'obligations'],
    ],
    [
      'relationships',
      ({ naples, rome }) => aRelationship({ fromPlaceId: naples, toPlaceId: rome, since: '2016' }),
    ],
    [
      'entries',
      ({ naples, rome, topic, bigData, tsinghua, csaa, sun, delegation }) => ({
        ...anEntry({
          names: [],
          kind: 'statement',
          placeId: naples,
          text: { en: 'We agree.', it: 'Siamo d’accordo.' },
        }),
        topicIds: [bigData, topic],
        placeIds: [rome],
        issuerIds: [tsinghua, csaa],
        actorIds: [csaa],
        recordId: delegation,
        speakerId: sun,
        hypotheses: [{ text: { en: 'a plan' } }, { text: { en: 'a term' }, verification: 'reported' }],
        openQuestions: [{ text: { en: 'What is it?' } }, { text: { en: 'Who knows?' } }],
        since: '2021',
      }),
    ],
  ];

describe('a patch that changes nothing', () => {
  let office: Office;
  let known: Ids;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    const idOf = async (path: string, body: object) => (await office.record(path, body)).id as string;
    known = {
      naples: await idOf('/v1/places', aPlace({ timeZone: 'Europe/Rome' })),
      rome: await idOf('/v1/places', aPlace({ names: named('Rome') })),
      topic: await idOf('/v1/topics', aTopic()),
      bigData: await idOf('/v1/topics', aTopic({ names: named('Big data') })),
      tsinghua: await idOf('/v1/organizations', anOrganization()),
      csaa: await idOf('/v1/organizations', anOrganization({ names: named('CSAA') })),
      sun: await idOf('/v1/people', aPerson()),
      delegation: await idOf('/v1/delegations', aDelegation()),
    };
  });
  afterAll(() => office.close());

  /** Patches a record a minute later, and tells what is another than before, to its entity tag and history. */
  async function changesOf(record: Recorded, patch: object): Promise<string[]> {
    const before = [await office.get(record.at), await office.get(`${record.at}/history`)];
    office.setTime('2026-11-22T09:01:00Z');
    const answer = await office.change(record, patch);
    const after = [answer, await office.get(`${record.at}/history`)];
    const isSame = [
      isDeepStrictEqual(after[0]!.body, before[0]!.body),
      after[0]!.headers.etag === before[0]!.headers.etag,
      isDeepStrictEqual(after[1]!.body, before[1]!.body),
    ];
    return ['the record', 'its tag', 'its history'].filter((_, at) => !isSame[at]);
  }

  it.each(RECORDS)('is no change, and neither is saying nothing: %s', async (path, body, omitted = []) => {
    const given = body(known);
    const record = await office.record(`/v1/${path}`, given);
    const same = Object.fromEntries(Object.entries(given).filter(([field]) => !omitted.includes(field)));
    const inOtherOrder = Object.fromEntries(Object.entries(same).toReversed());
    for (const patch of [{}, same, inOtherOrder]) expect(await changesOf(record, patch)).toEqual([]);
  });

  it('is no change of what is within another, either', async () => {
    const person = await office.record('/v1/people', aPerson());
    const position = { organizationId: known.tsinghua, title: { en: 'Rector' }, since: '2016' };
    expect(await changesOf(await office.record(`${person.at}/positions`, position), position)).toEqual([]);

    const visit = await office.record('/v1/visits', twoDaysInItaly('Guiyang in Naples'));
    const item = {
      kind: 'meeting',
      title: { en: 'Welcome' },
      hostOrganizationIds: [known.tsinghua, known.csaa],
      topicIds: [known.topic],
      placeId: known.naples,
      languages: ['en', 'it'],
      ...at(9, 11),
    };
    const recorded = await office.record(`${visit.at}/agenda`, item);
    expect(await changesOf(recorded, item)).toEqual([]);
    // The same instants, told from elsewhere.
    expect(
      await changesOf(recorded, {
        startsAt: '2018-07-12T07:00:00Z',
        endsAt: '2018-07-12T09:00:00-00:00',
      }),
    ).toEqual([]);

    const participation = {
      personId: known.sun,
      side: 'guest',
      role: 'speaker',
      title: { en: 'Deputy Mayor' },
    };
    expect(
      await changesOf(await office.record(`${visit.at}/participants`, participation), participation),
    ).toEqual([]);

    const actors = [{ personId: known.sun }, { organizationId: known.csaa }];
    const outcome = { ...anOutcome({ eventId: visit.id }), actors, topicIds: [known.topic] };
    expect(await changesOf(await office.record('/v1/outcomes', outcome), outcome)).toEqual([]);
  });

  it('raises no sequence, where the legs are the same', async () => {
    const visit = await office.record('/v1/visits', {
      ...twoDaysInItaly('Guiyang in Naples and Rome'),
      legs: [{ placeId: known.naples, starts: '2018-07-12' }, { placeId: known.rome }],
    });
    const legs = visit.legs.map(({ id, place, starts, ends }: Recorded) => ({
      id,
      placeId: place.id,
      starts,
      ends,
    }));
    expect(await changesOf(visit, { legs })).toEqual([]);
    expect(await changesOf(visit, { legs, starts: visit.starts, dateChangeReason: 'none' })).toEqual([]);
    expect(await sequenceOf(visit)).toBe('0');

    const { body } = await office.change(visit, { legs: legs.toReversed() });
    expect([body.version, await sequenceOf(visit)]).toEqual([2, '1']);
  });

  it('is told from one that reorders, adds to or clears a list', async () => {
    const record = await office.record(
      '/v1/organizations',
      anOrganization({ topicIds: [known.topic, known.bigData] }),
    );
    const versions = [];
    for (const topicIds of [[known.bigData, known.topic], [known.bigData], []]) {
      const { body } = await office.patch(record.at, { topicIds }, { 'if-match': '*' });
      versions.push([body.version, body.topics.map(({ id }: Recorded) => id)]);
    }
    expect(versions).toEqual([
      [2, [known.bigData, known.topic]],
      [3, [known.bigData]],
      [4, []],
    ]);
    const { body } = await office.get(`${record.at}/history`);
    expect(body.items.map(({ kind }: Recorded) => kind)).toEqual([
      'changed',
      'changed',
      'changed',
      'created',
    ]);
  });

  async function sequenceOf({ at: path }: Recorded): Promise<string | undefined> {
    const { text } = await office.get(`${path}.ics`);
    return /SEQUENCE:(\d+)/.exec(text)?.[1];
  }
});
