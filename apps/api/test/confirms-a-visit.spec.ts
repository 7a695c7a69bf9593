import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import { type Known, aVisit, confirmedVisit, guiyangDelegation, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const VISITS = '/v1/visits';

describe('confirming a visit', () => {
  let office: Office;
  let known: Known;
  let delegation: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-01T09:00:00.000Z');
    known = await recordKnown(office);
    delegation = await office.record('/v1/delegations', guiyangDelegation(known));
  });

  afterAll(() => office.close());

  it('needs dates to the day, a host and a delegation', async () => {
    const visit = await office.record(VISITS, aVisit({ status: 'planned', starts: '2018-07' }));
    const { body: transitions } = await office.get(`${visit.at}/transitions`);
    expect(transitions).toEqual({
      status: 'planned',
      allowed: [
        { to: 'confirmed', missing: ['dates to the day', 'host', 'delegation'] },
        { to: 'postponed', missing: [] },
        { to: 'declined', missing: [] },
        { to: 'cancelled', missing: [] },
      ],
    });
    const refused = await office.move(visit, 'confirmed');
    expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
      409,
      'visit.not-ready',
      ['dates to the day', 'host', 'delegation'],
    ]);
    const days = { starts: '2018-07-12', ends: '2018-07-13', delegationIds: [delegation.id] };
    expect((await office.change(visit, days)).status).toBe(200);
    const host = { organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host' };
    expect((await office.post(`${visit.at}/participants`, host)).status).toBe(201);
    const confirmed = await office.move(visit, 'confirmed');
    expect([confirmed.status, confirmed.body.status, confirmed.body.sequence]).toEqual([200, 'confirmed', 2]);
  });

  it.each(['declined', 'under_evaluation'])('has no host where that is %s', async (response) => {
    const host = { organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host', response };
    const days = { starts: '2018-07-12', ends: '2018-07-13', delegationIds: [delegation.id] };
    const visit = await office.record(VISITS, aVisit({ ...days, participants: [host], status: 'planned' }));
    expect((await office.move(visit, 'confirmed')).body.missing).toEqual(['host']);
  });

  it.each([
    ['withdrew', (one: Recorded) => office.move(one, 'withdrawn')],
    ['was called off', (one: Recorded) => office.move(one, 'cancelled')],
    ['was put away', ({ at }: Recorded) => office.delete(at, { 'if-match': '*' })],
  ])('has no delegation where that %s', async (_, become) => {
    const own = await office.record('/v1/delegations', guiyangDelegation(known));
    const visit = await office.record(VISITS, { ...confirmedVisit(known, own), status: 'planned' });
    await become(own);
    expect((await office.move(visit, 'confirmed')).body.missing).toEqual(['delegation']);
  });

  it('stays ready once it is: a patch cannot take away what it needs', async () => {
    const visit = await office.record(VISITS, confirmedVisit(known, delegation));
    for (const [change, missing] of [
      [{ ends: '2018-07' }, 'dates to the day'],
      [{ starts: null }, 'dates to the day'],
      [{ delegationIds: [] }, 'delegation'],
    ] as const) {
      const { status, body } = await office.change(visit, change);
      expect([status, body.code, body.missing]).toEqual([409, 'visit.not-ready', [missing]]);
    }
    expect(await office.reread(visit)).toEqual(visit);
  });

  it('is refused a move that its lifecycle does not know', async () => {
    const visit = await office.record(VISITS, aVisit({ status: 'declined' }));
    const { status, body } = await office.move(visit, 'completed');
    expect([status, body.code, body.allowed]).toEqual([409, 'visit.illegal-move', ['requested']]);
  });
});
