import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AGREEMENT_STATUSES } from '#agreements';
import { anAgreement } from '#agreements/testing';
import { aRelationship } from '#briefings/testing';
import { aPlace, anOrganization, named } from '#directory/testing';
import { VISIT_STATUSES } from '#visits/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** More than a briefing looks at. */
const MANY = 201;

describe('an office that is briefed on what holds', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-28T09:00:00Z');
  });
  afterAll(() => office.close());

  /** A city, and a party of agreements that is at home there. */
  async function aCity(name: string): Promise<{ city: Recorded; party: Recorded }> {
    const city = await office.record('/v1/places', aPlace({ names: named(name) }));
    return { city, party: await office.record('/v1/organizations', anOrganization({ placeId: city.id })) };
  }

  const anAgreementOf = (party: Recorded, name: string, fields: object): Promise<Recorded> =>
    office.record('/v1/agreements', {
      ...anAgreement({ names: named(name) }),
      parties: [{ organizationId: party.id, signatoryUnknown: true }],
      ...fields,
    });
  const aVisitTo = (city: Recorded, name: string, fields: object): Promise<Recorded> =>
    office.record('/v1/visits', { names: named(name), direction: 'outgoing', placeId: city.id, ...fields });
  const briefing = async ({ at }: Recorded): Promise<Recorded> => (await office.get(`${at}/briefing`)).body;
  const calledIn = ({ items }: Recorded): string[] => items.map(({ name, text }: Recorded) => name ?? text);

  it('tells first which agreement ends first, however often others renewed themselves', async () => {
    const { city, party } = await aCity('Shenyang');
    const renewing = { status: 'in_force', renewal: { mode: 'automatic', term: 'P20Y' } };
    for (let number = 0; number < MANY; number++)
      await anAgreementOf(party, `Renewed ${number}`, { ...renewing, expiry: `201${number % 10}` });
    await anAgreementOf(party, 'Ends next week', { status: 'in_force', expiry: '2026-12-05' });
    const { agreements } = await briefing(city);
    expect([agreements.count, agreements.more]).toEqual([200, true]);
    expect(agreements.items.slice(0, 3).map(({ name, ends }: Recorded) => [name, ends])).toEqual([
      ['Ends next week', '2026-12-05'],
      ['Renewed 0', '2030-12-31'],
      ['Renewed 10', '2030-12-31'],
    ]);
  });

  it('tells of a visit that it was where it took place, or was on and is over', async () => {
    const { city } = await aCity('Dalian');
    for (const status of VISIT_STATUSES)
      await aVisitTo(city, status, { status, starts: '2026-10-10', ends: '2026-10-10' });
    await aVisitTo(city, 'undated', { status: 'planned' });
    await aVisitTo(city, 'next', { status: 'planned', starts: '2027-03-01', ends: '2027-03-02' });
    const { pastVisits, comingVisits } = await briefing(city);
    expect(calledIn(pastVisits).toSorted()).toEqual(['closed', 'completed', 'confirmed', 'ongoing']);
    expect(calledIn(comingVisits)).toEqual(['next', 'requested', 'planned', 'postponed', 'undated']);
  });

  it('tells what was promised where the agreement binds or has bound', async () => {
    const { city, party } = await aCity('Harbin');
    for (const status of AGREEMENT_STATUSES)
      await anAgreementOf(party, status, { status, obligations: [{ text: { en: status } }] });
    const bound = ['expired', 'in_force', 'renewed', 'replaced', 'signed', 'suspended', 'terminated'];
    const { promises } = await briefing(city);
    expect([promises.count, calledIn(promises).toSorted()]).toEqual([bound.length, bound]);
  });

  it('tells of a relationship what did not come to nothing, and where it stands', async () => {
    const { city, party } = await aCity('Changchun');
    const other = await aCity('Bologna');
    await office.record(
      '/v1/relationships',
      aRelationship({ fromPlaceId: city.id, toPlaceId: other.city.id }),
    );
    const legs = [{ placeId: city.id }, { placeId: other.city.id }];
    for (const status of ['cancelled', 'declined', 'postponed', 'completed'])
      await aVisitTo(city, status, { status, legs, starts: '2026-05-01', ends: '2026-05-01' });
    const parties = [party, other.party].map(({ id }) => ({ organizationId: id, signatoryUnknown: true }));
    for (const status of ['rejected', 'lapsed', 'negotiating', 'terminated'])
      await anAgreementOf(party, status, { status, parties, signed: '2025-05-01' });
    const { relationships } = await briefing(city);
    const recent = [
      ['completed', 'completed'],
      ['postponed', 'postponed'],
      ['terminated', 'terminated'],
    ];
    expect(relationships.items[0].recent.map(({ name, status }: Recorded) => [name, status])).toEqual(recent);
    const { text } = await office.get(`${city.at}/briefing`, { accept: 'text/html' });
    const told = [...text.matchAll(/<li>[^<]*? (\w+) ?<span class="small">\((\w+)\)<\/span>\s*<\/li>/g)];
    expect(told.map(([, name, status]) => [name, status])).toEqual(recent);
  });
});
