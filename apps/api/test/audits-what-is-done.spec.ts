import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlace } from '#directory/testing';
import { AuditTrail } from '#identity';
import { Database } from '#platform';
import { type Office, openOffice } from './office.js';

const AT = '2026-11-22T09:00:00Z';
const UNKNOWN = '019a8f3e-4c00-7000-8000-0000000000ff';

describe('the audit of refusals', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime(AT);
  });
  afterAll(() => office.close());

  /** What the audit tells of an action, once it was written. */
  const told = async (action: string): Promise<object[]> => {
    await office.provider(AuditTrail).flush();
    return office
      .provider(Database)
      .transaction((tx) =>
        tx.query('select * from audit_events where action = $1 order by at, id', [action]),
      );
  };

  it('has one entry for what strangers ask again and again', async () => {
    for (let times = 0; times < 20; times++) await office.stranger.get('/v1/places');
    expect(await told('access.unauthenticated')).toMatchObject([
      {
        actor_id: null,
        token_id: null,
        address: '127.0.0.1',
        count: 20,
        details: { method: 'GET', route: '/v1/places', needed: 'directory:read' },
      },
    ]);
  });

  it('tells who lacked what for which address', async () => {
    await office.reader.post('/v1/places', aPlace());
    const [{ id }] = await office
      .provider(Database)
      .transaction((tx) => tx.query<[{ id: string }]>(`select id from actors where name = 'Reader'`));
    expect(await told('access.forbidden')).toMatchObject([
      {
        actor_id: id,
        token_id: expect.any(String),
        address: '127.0.0.1',
        count: 1,
        details: { method: 'POST', route: '/v1/places', needed: 'directory:write' },
      },
    ]);
  });

  it('tells of records that are there and were not shown, not of those that are not', async () => {
    const place = await office.record('/v1/places', aPlace());
    for (const caller of [office, office.reader]) {
      await caller.get(`/v1/topics/${place.id.toUpperCase()}`);
      await caller.get(`/v1/topics/${UNKNOWN}`);
    }
    expect(await told('access.hidden')).toMatchObject([
      { subject_id: place.id, count: 1, details: { method: 'GET', route: '/v1/topics/:id' } },
    ]);
  });
});
