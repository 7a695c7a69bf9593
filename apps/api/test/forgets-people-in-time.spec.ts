import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelegation } from '#delegations/testing';
import { named } from '#directory/testing';
import { PeopleRetention } from '#privacy';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

describe('people who were put away', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ RETENTION: 'people=365' });
    office.setTime('2026-11-28T09:00:00Z');
  });
  afterAll(() => office.close());

  it('are erased once the office keeps them no longer, as a dry run tells, but for those whom somebody has to decide of', async () => {
    const record = (text: string, more = {}) =>
      office.record('/v1/people', { names: named(text, 'it'), notes: { en: text }, ...more });
    const gone = await record('Veluqra Qoxzimark', { email: 'gone@example.org' });
    const mentioned = await record('Lezara Vuttimbo');
    const word = await record('People');
    const [recent, used] = [await record('Recent'), await record('Used')];
    await office.record('/v1/sources', aSource({ text: 'Lezara Vuttimbo came.', language: 'en' }));
    const delegation = await office.record('/v1/delegations', {
      ...aDelegation(),
      members: [{ personId: gone.id, role: 'head' }],
    });
    for (const one of [word, gone, mentioned]) await office.delete(one.at, { 'if-match': '*' });
    office.setTime('2027-11-28T10:00:00Z');
    await office.delete(recent.at, { 'if-match': '*' });
    const retention = office.provider(PeopleRetention);
    expect([await retention.run(true), await retention.run(), await retention.run()]).toEqual([
      { days: 365, due: 3, erased: 1, named: 2 },
      { days: 365, due: 3, erased: 1, named: 2 },
      { days: 365, due: 2, erased: 0, named: 2 },
    ]);
    const pseudonym = `Erased person ${gone.id.slice(-4).toUpperCase()}`;
    const names = [gone, mentioned, recent, used].map(
      async ({ at }) => (await office.get(`${at}?archived=include`)).body.name,
    );
    expect(await Promise.all(names)).toEqual([pseudonym, 'Lezara Vuttimbo', 'Recent', 'Used']);
    const { body } = await office.get(delegation.at);
    expect(body.members[0].person.name).toBe(pseudonym);
    const { body: audit } = await office.get(`/v1/audit-events?subject=${gone.id}`);
    expect(audit.items.map(({ action, by }: Recorded) => [action, by.name])).toEqual([
      ['personal-data.erased', 'Corteo'],
    ]);
  });
});
