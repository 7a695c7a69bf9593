import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgreement } from '#agreements/testing';
import { aDelegation } from '#delegations/testing';
import { named } from '#directory/testing';
import { aFollowUp } from '#follow-ups/testing';
import { Kinds } from '#records';
import { statesOf } from '#vocabulary';
import type { Answer, Recorded } from './answer.js';
import { type Known, aVisit, confirmedVisit, guiyangDelegation, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const names = named('Zhongguancun Forum');
const DAYS = { starts: '2027-05-10', ends: '2027-05-10' };

describe('a record in a status', () => {
  let office: Office;
  let known: Known;
  let delegation: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    known = await recordKnown(office);
    delegation = await office.record('/v1/delegations', guiyangDelegation(known));
  });
  afterAll(() => office.close());

  it('is changed whatever it lost meanwhile: a confirmed visit whose host declined', async () => {
    const visit = await office.record('/v1/visits', confirmedVisit(known, delegation));
    const [host] = visit.participants;
    await office.post(`${visit.at}/participants/${host.id}/transitions`, { to: 'declined' });
    const { status, body } = await office.change(visit, { summary: { en: 'typo corrected' } });
    expect([status, body.missing]).toEqual([200, ['host']]);
    const broken = await office.patch(visit.at, { ends: '2018-07' }, { 'if-match': '*' });
    expect([broken.status, broken.body.code, broken.body.missing]).toEqual([
      409,
      'visit.not-ready',
      ['dates to the day'],
    ]);
  });

  it.each(['confirmed', 'ongoing', 'completed'])(
    'is typed in with what is known, and completed fact by fact: a visit that is %s',
    async (status) => {
      const visit = await office.record('/v1/visits', aVisit({ status }));
      expect(visit.missing).toEqual(['dates to the day', 'host', 'delegation']);
      expect((await patch(visit, DAYS)).body.missing).toEqual(['host', 'delegation']);
      expect((await patch(visit, { delegationIds: [delegation.id] })).body.missing).toEqual(['host']);
      const host = { organizationId: known.cittaDellaScienza.id, side: 'host', role: 'host' };
      await office.record(`${visit.at}/participants`, host);
      expect((await office.get(visit.at)).body.missing).toEqual([]);
      expect((await patch(visit, { delegationIds: [] })).body.missing).toEqual(['delegation']);
    },
  );

  it.each(['requested', 'planned', 'postponed', 'declined', 'cancelled'])(
    'lacks nothing where nothing is needed: a visit that is %s',
    async (status) => {
      const visit = await office.record('/v1/visits', aVisit({ ...DAYS, status }));
      expect(visit.missing).toEqual([]);
      expect((await patch(visit, { starts: null, ends: null })).body.missing).toEqual([]);
    },
  );

  it('is closed with what is left to do, and says so', async () => {
    const visit = await office.record('/v1/visits', aVisit({ status: 'closed' }));
    const title = { en: 'Report on the visit' };
    await office.record('/v1/follow-ups', aFollowUp({ eventId: visit.id, mandatory: true, title }));
    const { status, body } = await patch(visit, { category: 'working' });
    expect([status, body.missing]).toEqual([
      200,
      ['dates to the day', 'host', 'delegation', 'Report on the visit'],
    ]);
  });

  it('is announced in a month only, and gets a theme: a forum that is confirmed', async () => {
    const forum = await office.record('/v1/forums', { names, status: 'confirmed', starts: '2027-05' });
    const themed = await patch(forum, { theme: { en: 'Technology and openness' } });
    expect([themed.status, themed.body.missing]).toEqual([200, ['dates to the day']]);
    expect((await patch(forum, { starts: '2027-06' })).status).toBe(200);
    expect((await patch(forum, DAYS)).body.missing).toEqual([]);
    expect((await patch(forum, { ends: null, starts: '2027' })).body.code).toBe('forum.not-ready');
  });

  it('says what it lacks: agreements, delegations, follow-ups', async () => {
    const agreement = await office.record('/v1/agreements', { ...anAgreement(), status: 'in_force' });
    const effective = 'the effective date, or that it takes effect on signature';
    expect(agreement.missing).toEqual(['a party', effective]);
    expect((await patch(agreement, { effective: '2017-11' })).body.missing).toEqual(['a party']);
    expect((await patch(agreement, { effective: null })).body.missing).toEqual([effective]);

    const departed = await office.record('/v1/delegations', { ...aDelegation(), status: 'departed' });
    const renamed = await patch(departed, { names });
    expect([departed.missing, renamed.status, renamed.body.missing]).toEqual([['head'], 200, ['head']]);

    const { id: eventId } = await office.record('/v1/visits', aVisit());
    const cancelled = { ...aFollowUp({ eventId }), status: 'cancelled' };
    const followUp = await office.record('/v1/follow-ups', cancelled);
    expect((await patch(followUp, { mandatory: true })).body.code).toBe('follow-up.not-ready');
    const both = await office.record('/v1/follow-ups', { ...cancelled, mandatory: true });
    expect((await patch(both, { priority: 'high' })).status).toBe(200);
  });

  it('takes a change in every status, whatever it lacks: each kind with a lifecycle', async () => {
    const bodies: Readonly<Record<string, [path: string, body: object, change: object]>> = {
      visit: ['/v1/visits', aVisit(), { category: 'working' }],
      forum: ['/v1/forums', { names }, { format: 'week' }],
      delegation: ['/v1/delegations', aDelegation(), { kind: 'business' }],
      agreement: ['/v1/agreements', anAgreement(), { kind: 'mou' }],
    };
    const kinds = office.provider(Kinds).all();
    for (const [name, [path, body, change]] of Object.entries(bodies)) {
      const { lifecycle } = kinds.find((kind) => kind.name === name)!;
      for (const status of statesOf(lifecycle!)) {
        const record = await office.record(path, { ...body, status });
        const { status: answered, body: changed } = await patch(record, change);
        expect([name, status, answered, changed.missing]).toEqual([name, status, 200, record.missing]);
      }
    }
  });

  describe('that is moved further along', () => {
    it('takes each step, and notes it', async () => {
      office.setTime('2027-05-12T09:00:00Z');
      const forum = await office.record('/v1/forums', { names, ...DAYS, status: 'scheduled' });
      const move = { to: 'held', reason: 'held as planned', effectiveOn: '2027-05-10' };
      const { status, body } = await office.post(`${forum.at}/transitions`, move);
      expect([status, body.status, body.version, body.sequence]).toEqual([200, 'held', 4, 3]);
      const steps = body.statusHistory.map(({ from, to, reason, effectiveOn }: Recorded) => [
        from,
        to,
        reason,
        effectiveOn,
      ]);
      expect(steps).toEqual([
        [null, 'scheduled', null, null],
        ['scheduled', 'confirmed', 'held as planned', null],
        ['confirmed', 'ongoing', 'held as planned', null],
        ['ongoing', 'held', 'held as planned', '2027-05-10'],
      ]);
      const { body: history } = await office.get(`${forum.at}/history`);
      expect(history.items.map(({ status: step }: Recorded) => step?.to)).toEqual([
        'held',
        'ongoing',
        'confirmed',
        'scheduled',
      ]);
    });

    it('stays where it is where a step is not ready', async () => {
      const visit = await office.record('/v1/visits', aVisit({ ...DAYS, status: 'planned' }));
      const refused = await office.move(visit, 'completed');
      expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
        409,
        'visit.not-ready',
        ['host', 'delegation'],
      ]);
      expect(refused.body.detail).toBe('A visit that is confirmed needs host, delegation.');
      expect((await office.get(visit.at)).body).toMatchObject({ status: 'planned', version: 1 });
    });

    it('does on the way what is done on the way: a visit proposes the standing follow-ups', async () => {
      const visit = await office.record('/v1/visits', confirmedVisit(known, delegation));
      expect((await office.move(visit, 'closed')).body.missing).toEqual([
        'to be completed first: that proposes what has to be done after it',
      ]);
      const { body } = await office.move(visit, 'completed');
      expect([body.status, (await office.get(`/v1/follow-ups?event=${visit.id}`)).body.items.length]).toEqual(
        ['completed', 2],
      );
    });

    it('is refused where several ways lead there', async () => {
      const visit = await office.record('/v1/visits', aVisit());
      const guest = {
        organizationId: known.tsinghua.id,
        side: 'guest',
        role: 'attendee',
        response: 'under_evaluation',
      };
      const participant = await office.record(`${visit.at}/participants`, guest);
      const attended = await office.move(participant, 'attended');
      expect([attended.status, attended.body.code]).toEqual([409, 'participation.illegal-move']);
      expect((await office.move(participant, 'accepted')).body.statusHistory.length).toBe(3);
    });
  });

  function patch({ at }: Recorded, change: object): Promise<Answer> {
    return office.patch(at, change, { 'if-match': '*' });
  }
});
