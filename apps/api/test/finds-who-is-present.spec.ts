import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlace, anOrganization, named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { namesIn } from './known.js';
import { type Office, openOffice } from './office.js';

describe('who is present in a place', () => {
  let office: Office;
  let china: Recorded;
  let kunshan: Recorded;
  let taipei: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-27T09:00:00Z');
    china = await office.record('/v1/places', aPlace({ names: named('China'), kind: 'country' }));
    kunshan = await office.record('/v1/places', aPlace({ names: named('Kunshan'), parentId: china.id }));
    taipei = await office.record('/v1/places', aPlace({ names: named('Taipei') }));
    await record('Has its seat there', { placeId: kunshan.id });
    await presence('Has a plant there', {});
    await presence('Has been there since 2012', { since: '2012' });
    await presence('Will leave', { until: '2027' });
    await presence('Has left', { until: '2019' });
    await presence('Has left, who knows when', { ended: true });
    const away = await presence('Was thought to be there', {});
    await office.delete(away.at, { 'if-match': '*' });
    const founded = await record('Has a partner there');
    const partner = await record('Is a partner', { placeId: taipei.id });
    await office.record(`${founded.at}/relations`, { kind: 'partner_of', toOrganizationId: partner.id });
  });
  afterAll(() => office.close());

  const record = (name: string, fields: object = {}): Promise<Recorded> =>
    office.record('/v1/organizations', { ...anOrganization({ names: named(name) }), ...fields });

  const presence = async (name: string, fields: object): Promise<Recorded> => {
    const { at } = await record(name, { placeId: taipei.id });
    return office.record(`${at}/relations`, { kind: 'present_in', toPlaceId: kunshan.id, ...fields });
  };

  const THERE = ['Has a plant there', 'Has been there since 2012', 'Has its seat there', 'Will leave'];

  it('is who has a seat or a presence there that lasts', async () => {
    expect(namesIn(await office.get(`/v1/organizations?presentIn=${kunshan.id}`))).toEqual(THERE);
  });

  it('is also who is present in a place inside it, and is counted', async () => {
    const answer = await office.get('/v1/organizations?presentIn=name:china&count=true');
    expect([namesIn(answer), answer.body.total]).toEqual([THERE, THERE.length]);
  });

  it('is found among others by what else is asked', async () => {
    expect(namesIn(await office.get(`/v1/organizations?presentIn=${kunshan.id}&place=${taipei.id}`))).toEqual(
      THERE.filter((name) => name !== 'Has its seat there'),
    );
  });
});
