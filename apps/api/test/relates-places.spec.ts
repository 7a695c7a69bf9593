import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { aRelationship, anEntry } from '#briefings/testing';
import { aPlace, anOrganization, named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

describe('an office that relates places to each other', () => {
  let office: Office;
  let turin: Recorded;
  let beijing: Recorded;
  let district: Recorded;
  let park: Recorded;
  let axis: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    turin = await office.record('/v1/places', aPlace({ names: named('Torino', 'it') }));
    beijing = await office.record('/v1/places', aPlace({ names: named('Beijing') }));
    district = await office.record('/v1/places', aPlace({ kind: 'district', parentId: beijing.id }));
    park = await office.record('/v1/organizations', anOrganization({ names: named('Science park') }));
    axis = await office.record('/v1/relationships', {
      ...aRelationship({ fromPlaceId: turin.id, toPlaceId: beijing.id }),
      trend: 'growing',
      basis: { it: 'manifattura e ricerca' },
      since: '2016-05',
    });
  });
  afterAll(() => office.close());

  const found = async (query: string): Promise<string[]> =>
    (await office.get(`/v1/relationships?${query}`)).body.items.map(({ name }: Recorded) => name);

  it('keeps an axis that is growing, with what it rests on', () => {
    expect(axis).toMatchObject({
      name: 'Asse Torino-Pechino',
      fromPlace: { id: turin.id, name: 'Torino' },
      fromOrganization: null,
      toPlace: { id: beijing.id, name: 'Beijing' },
      toOrganization: null,
      kind: 'axis',
      trend: 'growing',
      basis: { it: 'manifattura e ricerca' },
      since: '2016-05',
      until: null,
      verification: 'reported',
    });
  });

  it('finds it from either side, with what is inside, by kind, trend and word', async () => {
    await office.record(
      '/v1/relationships',
      aRelationship({
        names: named('park and district'),
        fromOrganizationId: park.id,
        toPlaceId: district.id,
      }),
    );
    expect(await found(`place=${turin.id}`)).toEqual(['Asse Torino-Pechino']);
    expect(await found(`place=${beijing.id}`)).toEqual(['Asse Torino-Pechino', 'park and district']);
    expect(await found(`organization=${park.id}`)).toEqual(['park and district']);
    expect(await found('trend=growing&kind=axis&q=pechino')).toEqual(['Asse Torino-Pechino']);
    expect(await found('trend=dormant')).toEqual([]);
    expect([await found('verification=reported&q=asse'), await found('verification=verified')]).toEqual([
      ['Asse Torino-Pechino'],
      [],
    ]);
  });

  it('keeps one of a kind between two, whichever comes first, and others of other kinds', async () => {
    const turned = aRelationship({ fromPlaceId: beijing.id, toPlaceId: turin.id });
    const refused = await office.post('/v1/relationships', turned);
    expect([refused.status, refused.body.code]).toEqual([409, 'relationship.twice']);
    const sister = await office.record('/v1/relationships', { ...turned, kind: 'sister' });
    const patched = await office.change(sister, { kind: 'axis' });
    expect([patched.status, patched.body.code]).toEqual([409, 'relationship.twice']);
    const itself = aRelationship({ fromPlaceId: turin.id, toPlaceId: turin.id });
    expect((await office.post('/v1/relationships', itself)).body.code).toBe('relationship.to-itself');
  });

  it.each([
    ['one side alone', { toPlaceId: null }, ['']],
    ['two on one side', { fromOrganizationId: '019a8f3e-4c00-7000-8000-00000000ffff' }, 2],
    ['an end before the beginning', { since: '2024', until: '2023' }, ['/until']],
    ['a trend of its own', { trend: 'up' }, ['/trend']],
  ])('keeps none of %s', async (_, fields, expected) => {
    const body = { ...aRelationship({ fromPlaceId: turin.id, toPlaceId: district.id }), ...fields };
    const answer = await office.post('/v1/relationships', body);
    const pointers = answer.body.errors.map(({ pointer }: Recorded) => pointer);
    expect([answer.status, typeof expected === 'number' ? pointers.length : pointers]).toEqual([
      400,
      expected,
    ]);
  });

  it('tells in one request what the two have together, the newest first', async () => {
    const parties = await Promise.all(
      [turin, beijing].map(({ id }) => office.record('/v1/organizations', anOrganization({ placeId: id }))),
    );
    const signed = (at: string) => ({
      ...anAgreement({
        names: named(`Of ${at}`),
        parties: parties.map(({ id }) => ({ organizationId: id })),
      }),
      signed: at,
    });
    const days = Array.from({ length: 21 }, (_, index) => `2020-01-${String(index + 1).padStart(2, '0')}`);
    for (const day of days.slice(1)) await office.record('/v1/agreements', signed(day));
    const told = async () => (await office.get(axis.at)).body.together;
    expect((await told()).more).toBe(false);
    await office.record('/v1/agreements', signed(days[0]!));
    const { items } = (await office.get(`${axis.at}/timeline?limit=20`)).body;
    const fields = ['kind', 'id', 'name', 'day', 'starts', 'ends', 'status'];
    expect(await told()).toEqual({
      items: items.map((item: Recorded) => Object.fromEntries(fields.map((field) => [field, item[field]]))),
      more: true,
    });
    expect(items.map(({ day }: Recorded) => day)).toEqual(days.slice(1).toReversed());
  });

  it('writes down what is known of it, which goes along with it', async () => {
    const policy = await office.record(
      '/v1/entries',
      anEntry({ names: named('Common method'), kind: 'policy', relationshipId: axis.id }),
    );
    const { body } = await office.get(`/v1/entries?relationship=${axis.id}`);
    expect(body.items.map(({ id, relationship }: Recorded) => [id, relationship.name])).toEqual([
      [policy.id, 'Asse Torino-Pechino'],
    ]);
    const { headers } = await office.delete(axis.at, { 'if-match': '*' });
    expect(headers['x-corteo-took-along']).toBe('entries=1');
    expect((await office.post(`${axis.at}/restore`)).status).toBe(200);
    expect((await office.get(policy.at)).status).toBe(200);
  });
});
