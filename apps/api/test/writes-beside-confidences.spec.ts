import { anEntry } from '#briefings/testing';
import { named } from '#directory/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

const ANY = { 'if-match': '*' };

describe('who writes beside what is confidential', () => {
  let office: Office;
  let creator: Client;
  let organizer: Client;
  let place: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    creator = await office.as({ label: 'Creator', role: 'organizer' });
    organizer = await office.as({ label: 'Organizer', role: 'organizer' });
    place = await office.record('/v1/places', { names: named('Naples'), kind: 'city' });
  });
  afterAll(() => office.close());

  const hidden = { visibility: 'confidential' };
  const visitOf = (by: Client, fields: object = {}) =>
    by.record('/v1/visits', { names: named('Visit'), timeZone: 'Europe/Rome', ...fields });
  const delegationOf = (fields: object = {}) =>
    creator.record('/v1/delegations', { names: named('Delegation'), ...fields });

  it('closes no circle through it', async () => {
    const whole = await creator.record('/v1/entries', anEntry({ placeId: place.id }));
    const part = await creator.record('/v1/entries', {
      ...anEntry({ placeId: undefined, parentId: whole.id }),
      ...hidden,
    });
    const circle = { status: 409, body: { code: 'entry.circle' } };
    for (const [at, parentId] of [
      [whole.at, part.id],
      [part.at, part.id],
    ])
      expect(await creator.patch(at as string, { parentId }, ANY)).toMatchObject(circle);
  });

  it('is not given an answer again that tells of it now', async () => {
    const [visit, delegation] = [await visitOf(organizer), await delegationOf()];
    expect((await organizer.patch(visit.at, { delegationIds: [delegation.id] }, ANY)).status).toBe(200);
    const move = () =>
      organizer.post(`${visit.at}/transitions`, { to: 'planned' }, { 'idempotency-key': 'moves' });
    const first = await move();
    expect([first.status, (await move()).body]).toEqual([200, first.body]);
    await creator.patch(delegation.at, hidden, ANY);
    expect(await move()).toMatchObject({ status: 409, body: { code: 'idempotency.unseen' } });
  });
});
