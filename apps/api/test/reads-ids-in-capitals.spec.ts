import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, aPlace, aTopic, anOrganization, named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';

const ONCE = 'must name each record once.';

describe('an id in capitals', () => {
  let office: Office;
  let naples: Recorded;
  let topic: Recorded;
  let organization: Recorded;
  let delegation: Recorded;
  let visit: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    naples = await office.record('/v1/places', aPlace());
    topic = await office.record('/v1/topics', aTopic());
    organization = await office.record('/v1/organizations', anOrganization());
    delegation = await office.record('/v1/delegations', { names: named('Guiyang delegation') });
    visit = await office.record('/v1/visits', aVisit({ legs: [{ placeId: naples.id }] }));
  });
  afterAll(() => office.close());

  const twice = ({ id }: Recorded): string[] => [id, id.toUpperCase()];

  it.each([
    ['/v1/visits', 'topicIds', () => ({ ...aVisit(), topicIds: twice(topic) })],
    ['/v1/visits', 'delegationIds', () => ({ ...aVisit(), delegationIds: twice(delegation) })],
    ['/v1/organizations', 'topicIds', () => anOrganization({ topicIds: twice(topic) })],
    [
      '/v1/delegations',
      'organizationIds',
      () => ({ names: named('d'), organizationIds: twice(organization) }),
    ],
    ['/v1/places', 'containedInIds', () => aPlace({ containedInIds: twice(naples) })],
    ['/v1/forum-series', 'organizerIds', () => ({ names: named('s'), organizerIds: twice(organization) })],
  ])('is the same as in small letters in a list: %s, %s', async (path, field, body) => {
    const { status, body: problem } = await office.post(path, body());
    expect([status, problem.errors]).toEqual([
      400,
      [{ pointer: `/${field}`, detail: ONCE, code: 'array-unique' }],
    ]);
  });

  it('is the same in a list of hosts or topics of an agenda item', async () => {
    for (const [field, one] of [
      ['hostOrganizationIds', organization],
      ['topicIds', topic],
    ] as const) {
      const item = { kind: 'meeting', title: { en: 'Welcome' }, [field]: twice(one) };
      const { status, body } = await office.post(`${visit.at}/agenda`, item);
      expect([status, body.errors[0].pointer]).toEqual([400, `/${field}`]);
    }
  });

  it('is the same where it refers to a place, a leg or a record within the list of another', async () => {
    const item = await office.record(`${visit.at}/agenda`, {
      kind: 'meeting',
      title: { en: 'Welcome' },
      placeId: naples.id.toUpperCase(),
      legId: visit.legs[0].id.toUpperCase(),
    });
    expect([item.place.id, item.leg.id]).toEqual([naples.id, visit.legs[0].id]);
    const actors = twice(organization).map((organizationId) => ({ organizationId }));
    const body = { kind: 'idea', text: { en: 'a joint laboratory' }, eventId: visit.id, actors };
    const refused = await office.post('/v1/outcomes', body);
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'actor-twice']);
  });

  it('keeps a leg that is named by it', async () => {
    const [leg] = visit.legs;
    const { body } = await office.patch(
      visit.at,
      { legs: [{ id: leg.id.toUpperCase(), placeId: naples.id, starts: '2018-07-12' }] },
      { 'if-match': '*' },
    );
    expect(body.legs).toEqual([{ ...leg, starts: '2018-07-12' }]);
    visit = await office.reread(visit);
  });

  it('leads to the record in an address, and within it', async () => {
    const person = await office.record('/v1/people', aPerson());
    const position = await office.record(`${person.at}/positions`, {
      organizationId: organization.id,
      title: { en: 'Rector' },
    });
    const shouted = (at: string): string => at.replaceAll(/[\da-f-]{36}/g, (id) => id.toUpperCase());
    for (const { at } of [person, position, visit, topic]) {
      const answers = [await office.get(shouted(at)), await office.get(at)];
      expect([answers[0]!.status, answers[0]!.body]).toEqual([200, answers[1]!.body]);
      expect(answers[0]!.headers.etag).toBe(answers[1]!.headers.etag);
    }
    const changed = await office.patch(shouted(position.at), { title: { en: 'Dean' } }, { 'if-match': '*' });
    expect([changed.status, changed.body.id]).toEqual([200, position.id]);
    expect((await office.get(`${shouted(person.at)}/history`)).body.items.length).toBeGreaterThan(0);
  });

  it('filters as in small letters, also on the pages that follow', async () => {
    for (const leg of [1, 2])
      await office.record('/v1/visits', aVisit({ placeId: naples.id, summary: { en: `${leg}` } }));
    const first = await office.get(`/v1/visits?limit=1&place=${naples.id}`);
    const next = await office.get(
      `/v1/visits?limit=1&place=${naples.id.toUpperCase()}&cursor=${first.body.nextCursor}`,
    );
    expect([next.status, next.body.items.length]).toEqual([200, 1]);
    const owned = await office.get(`/v1/follow-ups?owner=${organization.id.toUpperCase()}`);
    expect(owned.status).toBe(200);
  });
});
