import { named } from '#directory/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

describe('who acts for a colleague', () => {
  let office: Office;
  let principal: Client;
  let deputy: Client;
  let other: Client;
  let inTheName: { 'corteo-on-behalf-of': string };

  beforeAll(async () => {
    office = await openOffice();
    principal = await office.as({ label: 'Lawyer', role: 'legal' });
    deputy = await office.as({ label: 'Deputy', role: 'organizer' });
    other = await office.as({ label: 'Other', role: 'organizer' });
    const [head, stand] = await Promise.all(
      [principal, deputy].map(async (one) => (await one.get('/v1/me')).body.actor.id as string),
    );
    inTheName = { 'corteo-on-behalf-of': head! };
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    await office.record('/v1/deputies', { actorId: stand, principalId: head, endsAt, reason: 'on leave' });
  });
  afterAll(() => office.close());

  const statusesOf = (at: string) =>
    Promise.all([principal, deputy, other].map(async (by) => (await by.get(at)).status));
  const visitOf = (fields: object) =>
    office.record('/v1/visits', { names: named('Visit'), visibility: 'confidential', ...fields });

  it('sees what the roles of that colleague may see', async () => {
    const visit = await visitOf({ visibleTo: { roles: ['legal'] } });
    expect(await statusesOf(visit.at)).toEqual([200, 404, 404]);
    expect((await deputy.get(visit.at, inTheName)).status).toBe(200);
    expect((await other.get(visit.at, inTheName)).status).toBe(403);
  });

  it('records nothing that the colleague would not see', async () => {
    const { body, headers } = await deputy.post(
      '/v1/visits',
      { names: named('Visit'), visibility: 'confidential' },
      inTheName,
    );
    expect(body.visibleTo.actorIds).toEqual([inTheName['corteo-on-behalf-of']]);
    expect(await statusesOf(headers.location!)).toEqual([200, 200, 404]);
  });

  it('makes addresses of calendars that the colleague finds and ends, of what the maker may see', async () => {
    const own = await visitOf({ visibleTo: { roles: ['legal'] } });
    const both = await visitOf({ visibleTo: { roles: ['legal', 'organizer'] } });
    const make = ({ id }: Recorded) => {
      const subject = { kind: 'visit', id };
      const link = { subject, audience: 'internal', languages: ['en'], label: 'Lawyer' };
      return deputy.post('/v1/calendar-links', link, inTheName);
    };
    expect((await make(own)).body.errors).toMatchObject([{ code: 'unknown-reference' }]);
    const { body, headers } = await make(both);
    expect((await office.stranger.get(new URL(body.address).pathname)).status).toBe(200);
    expect(await statusesOf(headers.location!)).toEqual([200, 200, 404]);
    const ended = [await other.delete(headers.location!), await principal.delete(headers.location!)];
    expect(ended.map(({ status }) => status)).toEqual([404, 204]);
    expect((await office.stranger.get(new URL(body.address).pathname)).status).toBe(404);
  });
});
