import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { aRelationship, anEntry } from '#briefings/testing';
import { aDelegation } from '#delegations/testing';
import { aPerson, aPlace, anOrganization, named, naples } from '#directory/testing';
import type { Recorded } from './answer.js';
import { at } from './known.js';
import { type Office, openOffice } from './office.js';

/** What may be there once: where it is recorded, what is recorded, and what the second one is refused with. */
type Once = (office: Office) => Promise<readonly [path: string, body: object, code: string]>;

const forum = (office: Office): Promise<Recorded> =>
  office.record('/v1/forums', { names: named('Innovation Week') });

const ONCE: readonly (readonly [what: string, once: Once])[] = [
  [
    'a link between two events',
    async (office) => {
      const [from, to] = [await forum(office), await forum(office)];
      return [`${from.at}/links`, { toId: to.id, kind: 'follows' }, 'event.link-twice'];
    },
  ],
  [
    'a link between two agreements',
    async (office) => {
      const agreement = await office.record('/v1/agreements', anAgreement());
      const { id: toId } = await office.record('/v1/agreements', anAgreement());
      return [`${agreement.at}/links`, { toId, kind: 'renews' }, 'agreement.link-twice'];
    },
  ],
  [
    'a link between two entries',
    async (office) => {
      const { id: placeId } = await office.record('/v1/places', aPlace());
      const entry = await office.record('/v1/entries', anEntry({ placeId }));
      const { id: toId } = await office.record('/v1/entries', anEntry({ placeId }));
      return [`${entry.at}/links`, { toId, kind: 'based_on' }, 'entry.link-twice'];
    },
  ],
  [
    'a relationship',
    async (office) => {
      const { id: fromPlaceId } = await office.record('/v1/places', aPlace());
      const { id: toPlaceId } = await office.record('/v1/places', naples());
      return ['/v1/relationships', aRelationship({ fromPlaceId, toPlaceId }), 'relationship.twice'];
    },
  ],
  [
    'a party to an agreement',
    async (office) => {
      const agreement = await office.record('/v1/agreements', anAgreement());
      const { id: organizationId } = await office.record('/v1/organizations', anOrganization());
      return [`${agreement.at}/parties`, { organizationId }, 'agreement.party-twice'];
    },
  ],
  [
    'the time between two places',
    async (office) => {
      const [from, to] = [
        await office.record('/v1/places', aPlace()),
        await office.record('/v1/places', naples()),
      ];
      return [
        '/v1/travel-times',
        { fromPlaceId: from.id, toPlaceId: to.id, minutes: 660 },
        'travel-time.twice',
      ];
    },
  ],
  [
    'a person in a delegation',
    async (office) => {
      const delegation = await office.record('/v1/delegations', aDelegation());
      const { id: personId } = await office.record('/v1/people', aPerson());
      return [`${delegation.at}/members`, { personId }, 'delegation.member-twice'];
    },
  ],
  [
    'the head of a delegation',
    async (office) => {
      const delegation = await office.record('/v1/delegations', aDelegation());
      return [
        `${delegation.at}/members`,
        { placeholder: { en: 'the mayor' }, role: 'head' },
        'delegation.two-heads',
      ];
    },
  ],
  [
    'the booking of a room',
    async (office) => {
      const venue = await office.record('/v1/places', naples());
      const room = await office.record(
        '/v1/places',
        aPlace({ kind: 'room', parentId: venue.id, timeZone: 'Europe/Rome' }),
      );
      const visit = await office.record('/v1/visits', { names: named('Visit to Naples') });
      const item = {
        ...anAgendaItem({ on: undefined }),
        ...at(10, 11),
        placeId: room.id,
        status: 'confirmed',
      };
      return [`${visit.at}/agenda`, item, 'agenda-item.room-taken'];
    },
  ],
];

describe('what was put away', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it.each(ONCE)('does not stand in the way, and comes back where there is no other: %s', async (_, once) => {
    const [path, body, code] = await once(office);
    const first = await office.record(path, body);
    expect((await office.post(path, body)).body.code).toBe(code);
    await office.delete(first.at, { 'if-match': '*' });
    const second = await office.record(path, body);

    const collision = await office.post(`${first.at}/restore`);
    expect([collision.status, collision.body.code]).toEqual([409, code]);
    expect(collision.body.detail).toMatch(/^[A-Z].+\.$/);

    await office.delete(second.at, { 'if-match': '*' });
    expect((await office.post(`${first.at}/restore`)).status).toBe(200);
  });

  it('is told from what is in use among the follow-ups that every visit proposes', async () => {
    await office.record('/v1/standing-follow-ups', {
      title: { en: 'Report' },
      kind: 'report',
      dueAfter: 'P21D',
    });
    const end = async () => {
      const visit = await office.record('/v1/visits', { names: named('Visit'), status: 'ongoing' });
      await office.move(visit, 'completed');
      return (await office.get(`/v1/follow-ups?event=${visit.id}`)).body.items[0];
    };
    const [one, other] = [await end(), await end()];
    const moved = { eventId: other.event.id };
    const twice = await office.patch(`/v1/follow-ups/${one.id}`, moved, { 'if-match': '*' });
    expect([twice.status, twice.body.code]).toEqual([409, 'follow-up.standing-twice']);
    await office.delete(`/v1/follow-ups/${other.id}`, { 'if-match': '*' });
    expect((await office.patch(`/v1/follow-ups/${one.id}`, moved, { 'if-match': '*' })).status).toBe(200);
    const collision = await office.post(`/v1/follow-ups/${other.id}/restore`);
    expect([collision.status, collision.body.code]).toEqual([409, 'follow-up.standing-twice']);
  });
});
