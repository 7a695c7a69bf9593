import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelegation } from '#delegations/testing';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import { aFollowUp } from '#follow-ups/testing';
import type { Answer, Recorded } from './answer.js';
import type { Client } from './client.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';

/** What refers to what can be merged, and by which field. */
const NAMED: readonly (readonly [list: string, body: () => object, field: string, referred: string])[] = [
  ['organizations', anOrganization, 'placeId', 'places'],
  ['organizations', anOrganization, 'parentId', 'organizations'],
  ['organizations', anOrganization, 'contactPersonId', 'people'],
  ['topics', aTopic, 'parentId', 'topics'],
  ['places', aPlace, 'parentId', 'places'],
];

const BODIES: Readonly<Record<string, () => object>> = {
  organizations: anOrganization,
  people: aPerson,
  places: aPlace,
  topics: aTopic,
};

describe('a merge that is taken back', () => {
  let office: Office;
  let organizer: Client;

  beforeAll(async () => {
    office = await openOffice();
    organizer = await office.as({ label: 'Chiara', role: 'organizer' });
  });
  afterAll(() => office.close());

  const record = (list: string, further: object = {}): Promise<Recorded> =>
    office.record(`/v1/${list}`, { ...BODIES[list]!(), ...further });
  const two = async (list: string): Promise<[Recorded, Recorded]> => [await record(list), await record(list)];
  const merge = async (kept: Recorded, from: Recorded, by: Client = office): Promise<string> => {
    const { status, body } = await by.post(`${kept.at}/merge`, { fromId: from.id });
    expect(status).toBe(200);
    return `${kept.at}/merges/${body.id}/undo`;
  };

  it.each(NAMED)('brings %s back whose %s was merged itself since', async (list, _, field, referred) => {
    const [kept, place, became] = [await record(list), ...(await two(referred))];
    const own = await record(referred);
    await office.change(kept, { [field]: own.id });
    const from = await record(list, { [field]: place.id });
    const undo = await merge(kept, from);
    await merge(became, place);
    expect((await office.post(undo)).status).toBe(200);
    const read = async ({ at }: Recorded) => (await office.get(at)).body[field.replace(/Id$/, '')].id;
    expect([await read(kept), await read(from)]).toEqual([own.id, became.id]);
  });

  it('brings a member back whose organization was merged itself since', async () => {
    const [kept, from] = await two('people');
    const [organization, became] = await two('organizations');
    const members = [{ personId: kept.id }, { personId: from.id, organizationId: organization.id }];
    const delegation = await office.record('/v1/delegations', aDelegation({ members }));
    const undo = await merge(kept, from);
    await merge(became, organization);
    const undone = await office.post(undo);
    expect([undone.body.code, undone.body.changed.map(({ kind }: Recorded) => kind)]).toEqual([
      'merge.changed-since',
      ['member'],
    ]);
    expect((await office.get(`${delegation.at}/members`)).body.items.length).toBe(1);
  });

  it('tells nobody of what they may not see, neither before nor after', async () => {
    const [kept, from] = await two('people');
    const visibility = 'confidential';
    const participants = [{ personId: from.id, side: 'guest', role: 'attendee' }];
    const hidden = await office.record('/v1/visits', aVisit({ visibility, participants }));
    const seen = await office.record('/v1/visits', aVisit({ participants }));
    const owned = await office.record('/v1/follow-ups', aFollowUp({ visibility, ownerPersonId: from.id }));
    const undo = await merge(kept, from, organizer);
    const moved = async (by: Client): Promise<unknown> => {
      const { body } = await by.get(`${kept.at}/merges`);
      return body.items[0].moved;
    };
    const all = [
      { what: 'followUps', count: 1 },
      { what: 'participants', count: 2 },
    ];
    expect(await moved(office)).toEqual(all);
    for (const one of [organizer, office.reader])
      expect(await moved(one)).toEqual([{ what: 'participants', count: 1 }]);

    const participation = async ({ at }: Recorded): Promise<Recorded> => {
      const { id } = (await office.get(`${at}/participants`)).body.items[0];
      return { id, at: `${at}/participants/${id}` } as Recorded;
    };
    await office.patch((await participation(hidden)).at, { notes: { en: 'late' } }, { 'if-match': '*' });
    await office.patch(owned.at, { priority: 'high' }, { 'if-match': '*' });
    const refused = async (): Promise<unknown> => {
      const { status, body } = await organizer.post(undo);
      return [status, body.code, body.detail, body.changed];
    };
    expect(await refused()).toEqual([
      409,
      'merge.changed-since',
      'What the merge has changed was changed since, so that it cannot be undone.',
      [],
    ]);
    const { id, at } = await participation(seen);
    await office.patch(at, { notes: { en: 'late' } }, { 'if-match': '*' });
    expect(await refused()).toEqual([
      409,
      'merge.changed-since',
      `This was changed since the merge, so that it cannot be undone: participation ${id}.`,
      [{ kind: 'participation', id }],
    ]);
    expect((await office.post(undo)).body.changed.length).toBe(3);
  });

  it('is told in each history by who did it, once', async () => {
    const [kept, from] = await two('topics');
    const topicIds = [from.id];
    const visit = await office.record('/v1/visits', aVisit({ topicIds }));
    const organization = await record('organizations', { topicIds });
    const { body: me } = await office.get('/v1/me');
    const undo = await merge(kept, from);
    await office.post(undo);
    for (const one of [visit, organization])
      expect(await story(one)).toEqual([
        ['changed', 3, me.actor.id, ['topicIds']],
        ['changed', 2, me.actor.id, ['topicIds']],
        ['created', 1, me.actor.id, []],
      ]);
  });

  it.each([
    ['organizations', 'topicIds', 'topics'],
    ['places', 'containedInIds', 'places'],
  ])('tells of %s with a list as of any other', async (list, field, referred) => {
    const [first, second] = await two(referred);
    const kept = await record(list, { [field]: [first.id] });
    const from = await record(list, { [field]: [first.id, second.id] });
    const { body: me } = await office.get('/v1/me');
    const undo = await merge(kept, from);
    await office.post(undo);
    expect((await office.get(from.at)).body.version).toBe(2);
    expect(await story(from)).toEqual([
      ['unmerged', 2, me.actor.id, []],
      ['merged', 1, me.actor.id, ['mergedInto']],
      ['created', 1, me.actor.id, []],
    ]);
    expect(await story(kept)).toEqual([
      ['unmerged', 3, me.actor.id, [field, 'mergedFrom'].toSorted()],
      ['merged', 2, me.actor.id, [field, 'mergedFrom'].toSorted()],
      ['created', 1, me.actor.id, []],
    ]);
  });

  it('also makes places that lie in both of them one version further', async () => {
    const [kept, from] = await two('places');
    const within = await record('places', { containedInIds: [kept.id, from.id] });
    const undo = await merge(kept, from);
    await office.post(undo);
    expect((await story(within)).map(([, version, by]) => [version, by !== null])).toEqual([
      [3, true],
      [2, true],
      [1, true],
    ]);
  });

  it('brings back what was about somebody who was erased since', async () => {
    const [kept, from] = await two('organizations');
    const person = await office.record(
      '/v1/people',
      aPerson({
        names: named('Qoxzi Mark'),
        familyName: 'Qoxzi',
        givenName: 'Mark',
        positions: [{ organizationId: from.id, title: { en: 'Rector' } }],
      }),
    );
    const undo = await merge(kept, from);
    expect((await office.post(`${person.at}/erasure`, { reason: 'asked for it' })).status).toBe(200);
    expect((await office.post(undo)).status).toBe(200);
    const { positions } = (await office.get(person.at)).body;
    expect(positions.map(({ organization }: Recorded) => organization.id)).toEqual([from.id]);
  });

  it('names the visit whose leg was taken away since', async () => {
    const [kept, from] = await two('places');
    const visit = await office.record('/v1/visits', aVisit({ legs: [{ placeId: from.id }] }));
    const undo = await merge(kept, from);
    await office.patch(visit.at, { legs: [] }, { 'if-match': '*' });
    const { body }: Answer = await office.post(undo);
    expect(body.changed).toEqual([{ kind: 'event', id: visit.id }]);
  });

  /** What the history of a record says: which change, of which version, by whom, of which fields. */
  async function story({ at }: Recorded): Promise<[string, number, string | null, string[]][]> {
    const { body } = await office.get(`${at}/history`);
    return body.items.map(({ kind, version, by, fields }: Recorded) => [
      kind,
      version,
      by?.id ?? null,
      fields.map(({ field }: { field: string }) => field).toSorted(),
    ]);
  }
});
