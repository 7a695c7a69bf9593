import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';

describe('what is recorded', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it.each([
    ['a person', 'participation.twice', (ids: Recorded) => ({ personId: ids.person })],
    ['an organization', 'participation.twice', (ids: Recorded) => ({ organizationId: ids.organization })],
    ['a delegation', 'participation.twice', (ids: Recorded) => ({ delegationId: ids.delegation })],
  ])('as participation of %s is recorded once, in one role on one side', async (_, code, subject) => {
    const ids = {
      person: (await office.record('/v1/people', aPerson())).id,
      organization: (await office.record('/v1/organizations', { names: named('CSAA'), kind: 'other' })).id,
      delegation: (await office.record('/v1/delegations', { names: named('Guiyang') })).id,
    };
    const visit = await office.record('/v1/visits', aVisit());
    const item = await office.record(`${visit.at}/agenda`, { kind: 'meeting', title: { en: 'Welcome' } });
    const body = { ...subject(ids), side: 'host', role: 'speaker' };
    const others = [{ role: 'chair' }, { side: 'guest' }, { agendaItemId: item.id }];
    const first = await office.record(`${visit.at}/participants`, body);
    for (const other of others) await office.record(`${visit.at}/participants`, { ...body, ...other });
    for (const again of [{}, ...others]) {
      const { status, body: problem } = await office.post(`${visit.at}/participants`, { ...body, ...again });
      expect([status, problem.code]).toEqual([409, code]);
    }
    const whole = await office.post('/v1/visits', aVisit({ participants: [body, body] }));
    expect([whole.status, whole.body.code]).toEqual([409, code]);
    const moved = await office.patch(first.at, { role: 'chair' }, { 'if-match': '*' });
    expect([moved.status, moved.body.code]).toEqual([409, code]);

    await office.delete(first.at, { 'if-match': '*' });
    await office.record(`${visit.at}/participants`, body);
    const restored = await office.post(`${first.at}/restore`);
    expect([restored.status, restored.body.code]).toEqual([409, code]);
  });

  it('of those who declined or were replaced, is recorded anew', async () => {
    const person = await office.record('/v1/people', aPerson());
    const visit = await office.record('/v1/visits', aVisit());
    const body = { personId: person.id, side: 'guest', role: 'attendee' };
    await office.record(`${visit.at}/participants`, { ...body, response: 'declined' });
    await office.record(`${visit.at}/participants`, body);
    const groups = {
      side: 'guest',
      role: 'attendee',
      group: { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } },
    };
    for (const _ of [1, 2]) await office.record(`${visit.at}/participants`, groups);
    expect((await office.get(visit.at)).body.participants.length).toBe(4);
  });

  it('as relation or position is recorded once, since one time', async () => {
    const [a, b] = [
      await office.record('/v1/organizations', { names: named('CSAA'), kind: 'association' }),
      await office.record('/v1/organizations', { names: named('Tsinghua'), kind: 'university' }),
    ];
    const person = await office.record('/v1/people', aPerson());
    const recorded = [
      [`${a.at}/relations`, { kind: 'member_of', toOrganizationId: b.id }, 'organization.relation-twice'],
      [`${person.at}/positions`, { organizationId: b.id, title: { en: 'Rector' } }, 'person.position-twice'],
    ] as const;
    for (const [path, body, code] of recorded) {
      const first = await office.record(path, body);
      await office.record(path, { ...body, since: '2016' });
      for (const again of [{}, { since: '2016' }, { since: '2016', until: '2020' }]) {
        const { status, body: problem } = await office.post(path, { ...body, ...again });
        expect([status, problem.code]).toEqual([409, code]);
      }
      await office.delete(first.at, { 'if-match': '*' });
      await office.record(path, body);
    }
  });
});
