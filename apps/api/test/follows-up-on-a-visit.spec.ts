import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import type { Answer, Recorded } from './answer.js';
import { eventReferenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

const TITLES = ['Thank-you letters', 'Report on the visit'];

describe('following up on a visit', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-14T09:00:00Z');
  });
  afterAll(() => office.close());

  const recordVisit = async (fields: object = {}): Promise<Recorded> => {
    const me = (await office.record('/v1/topics', { names: named('Big data') })).createdBy.id as string;
    return office.record('/v1/visits', {
      names: named('Guiyang delegation in Naples and Rome'),
      starts: '2018-07-12',
      ends: '2018-07-13',
      status: 'ongoing',
      responsibleId: me,
      ...fields,
    });
  };
  const move = (at: string, to: string, reason?: string): Promise<Answer> =>
    office.post(`${at}/transitions`, { to, reason });
  const followUpsOf = async ({ id }: Recorded) =>
    (await office.get(`/v1/follow-ups?event=${id}`)).body.items as Recorded[];
  const at = ({ id }: { id: string }): string => `/v1/follow-ups/${id}`;

  it('proposes what the office does after every visit when it is completed', async () => {
    const visit = await recordVisit();
    await move(visit.at, 'completed');
    const common = {
      event: eventReferenceTo({ ...visit, status: 'completed' }),
      ownerActor: visit.responsible,
      mandatory: true,
      status: 'open',
      overdue: false,
    };
    expect(await followUpsOf(visit)).toEqual([
      expect.objectContaining({ ...common, title: TITLES[0], kind: 'thank_you', due: '2018-07-20' }),
      expect.objectContaining({ ...common, title: TITLES[1], kind: 'report', due: '2018-08-03' }),
    ]);
  });

  it('counts from today where the end of the visit is not known to the day', async () => {
    const visit = await recordVisit({ starts: '2018-07', ends: null });
    await move(visit.at, 'completed');
    expect((await followUpsOf(visit)).map(({ due }) => due)).toEqual(['2018-07-21', '2018-08-04']);
  });

  it('proposes them once, and nothing for a visit that is recorded as completed', async () => {
    const visit = await recordVisit({ status: 'completed' });
    expect(await followUpsOf(visit)).toEqual([]);
    const ongoing = await recordVisit();
    const answers = await Promise.all([move(ongoing.at, 'completed'), move(ongoing.at, 'completed')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await followUpsOf(ongoing)).length).toBe(2);
  });

  it('closes the visit only when its mandatory follow-ups are done, or waived with a reason', async () => {
    const visit = await recordVisit();
    await move(visit.at, 'completed');
    await office.record('/v1/follow-ups', aFollowUp({ eventId: visit.id }));
    const [letters, report] = (await followUpsOf(visit)) as [Recorded, Recorded];

    const refused = await move(visit.at, 'closed');
    expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
      409,
      'visit.not-ready',
      TITLES,
    ]);
    const transitions = await office.get(`${visit.at}/transitions`);
    expect(transitions.body.allowed).toEqual([{ to: 'closed', missing: TITLES }]);

    expect((await move(at(letters), 'cancelled', 'no time')).body.code).toBe('follow-up.not-ready');
    expect((await move(at(letters), 'waived')).body.missing).toEqual(['a reason']);
    const waived = await move(at(letters), 'waived', 'the embassy has written them');
    expect([waived.body.status, waived.body.statusReason]).toEqual([
      'waived',
      'the embassy has written them',
    ]);
    expect((await move(visit.at, 'closed')).body.missing).toEqual(['Report on the visit']);

    await move(at(report), 'done');
    const closed = await move(visit.at, 'closed');
    expect([closed.status, closed.body.status]).toEqual([200, 'closed']);
  });

  it('is completed before it is closed, where that proposes what has to be done', async () => {
    const visit = await recordVisit();
    const refused = await move(visit.at, 'closed');
    expect([refused.status, refused.body.code, refused.body.missing]).toEqual([
      409,
      'visit.not-ready',
      ['to be completed first: that proposes what has to be done after it'],
    ]);
    await move(visit.at, 'completed');
    for (const one of await followUpsOf(visit)) await move(at(one), 'done');
    expect((await move(visit.at, 'closed')).status).toBe(200);
    const standing = (await office.get('/v1/standing-follow-ups')).body.items as Recorded[];
    const every = standing.map(({ id }) => `/v1/standing-follow-ups/${id}`);
    for (const one of every) await office.delete(one, { 'if-match': '*' });
    expect((await move((await recordVisit()).at, 'closed')).status).toBe(200);
    for (const one of every) await office.post(`${one}/restore`);
  });

  it('counts what comes from its agenda and its outcomes', async () => {
    const visit = await recordVisit({
      agenda: [{ kind: 'meeting', title: { en: 'Welcome at Città della Scienza' }, on: '2018-07-12' }],
      status: 'completed',
    });
    const outcome = await office.record('/v1/outcomes', {
      agendaItemId: visit.agenda[0].id,
      kind: 'idea',
      text: { en: 'partnerships on big data' },
    });
    await office.record('/v1/follow-ups', aFollowUp({ outcomeId: outcome.id, mandatory: true }));
    expect((await move(visit.at, 'closed')).body.missing).toEqual(['Propose a date for the next meeting']);
  });

  it('is blocked with a reason, and opened again', async () => {
    const visit = await recordVisit();
    const { at: address } = await office.record('/v1/follow-ups', aFollowUp({ eventId: visit.id }));
    expect((await move(address, 'blocked')).status).toBe(409);
    expect((await move(address, 'blocked', 'no answer yet')).body.statusReason).toBe('no answer yet');
    expect((await move(address, 'done')).body.status).toBe('done');
    expect((await move(address, 'blocked', 'again')).body.allowed).toEqual(['open']);
    const reopened = await move(address, 'open');
    expect(reopened.body.statusHistory.map(({ to }: { to: string }) => to)).toEqual([
      'open',
      'blocked',
      'done',
      'open',
    ]);
  });

  it('goes away with the visit, and comes back with it', async () => {
    const visit = await recordVisit();
    await move(visit.at, 'completed');
    await office.record('/v1/outcomes', anOutcome({ eventId: visit.id }));
    const archived = await office.delete(visit.at, { 'if-match': '*' });
    expect([archived.status, archived.headers['x-corteo-took-along']]).toEqual([
      204,
      'followUps=2, outcomes=1',
    ]);
    expect(await followUpsOf(visit)).toEqual([]);
    await office.post(`${visit.at}/restore`);
    expect((await followUpsOf(visit)).length).toBe(2);
  });

  it.each([
    ['visit', 'planned', 'cancelled'],
    ['visit', 'requested', 'declined'],
    ['forum', 'scheduled', 'cancelled'],
  ])(
    'names what a %s leaves open that is called off, and calls none of it overdue: %s, %s',
    async (kind, from, to) => {
      const list = `/v1/${kind}s`;
      const event = await office.record(list, {
        names: named('Guiyang delegation in Naples and Rome'),
        status: from,
        agenda: [{ kind: 'meeting', title: { en: 'Welcome' } }],
      });
      const origins = [
        { eventId: event.id },
        { agendaItemId: event.agenda[0].id },
        { eventId: event.id, status: 'done' },
      ];
      for (const [index, origin] of origins.entries())
        await office.record('/v1/follow-ups', aFollowUp({ ...origin, due: `2018-0${index + 5}` } as object));
      const overdue = async (): Promise<boolean[]> => (await followUpsOf(event)).map((one) => one.overdue);
      const listed = async (): Promise<number> =>
        (await office.get(`/v1/follow-ups?due=overdue&event=${event.id}`)).body.items.length;
      expect([await overdue(), await listed()]).toEqual([[true, true, false], 2]);

      const called = await move(event.at, to, 'the airport is closed');
      const open = (await followUpsOf(event)).slice(0, 2);
      expect(called.body.openFollowUps).toEqual(
        open.map(({ id, title, status }) => ({ id, name: title, status })),
      );
      expect([await overdue(), await listed()]).toEqual([[false, false, false], 0]);
      expect((await office.get(event.at)).body.openFollowUps).toBeUndefined();
    },
  );

  it('calls nothing overdue that comes from an item, or from a part of a visit, that is called off', async () => {
    const whole = await recordVisit({ status: 'planned' });
    const part = await recordVisit({
      status: 'planned',
      parentId: whole.id,
      agenda: [{ kind: 'meeting', title: { en: 'Welcome' } }],
    });
    const item = part.agenda[0].id as string;
    for (const origin of [{ eventId: part.id }, { agendaItemId: item }])
      await office.record('/v1/follow-ups', aFollowUp({ ...origin, due: '2018-05' }));
    const overdue = async (): Promise<boolean[]> => (await followUpsOf(part)).map((one) => one.overdue);
    expect(await overdue()).toEqual([true, true]);
    await move(`${part.at}/agenda/${item}`, 'cancelled', 'no room');
    expect(await overdue()).toEqual([true, false]);
    await move(whole.at, 'cancelled', 'the airport is closed');
    expect(await overdue()).toEqual([false, false]);
  });

  it.each([0, 1, 2, 3])('calls nothing overdue where the visit %i above is called off', async (above) => {
    const visits = [await recordVisit({ status: 'planned' })];
    for (let depth = 1; depth <= above; depth++)
      visits.push(await recordVisit({ status: 'planned', parentId: visits.at(-1)!.id }));
    const concerned = visits.at(-1)!;
    await office.record('/v1/follow-ups', aFollowUp({ eventId: concerned.id, due: '2018-05' }));
    const overdue = async (): Promise<boolean[]> => (await followUpsOf(concerned)).map((one) => one.overdue);
    expect(await overdue()).toEqual([true]);
    await move(visits[0]!.at, 'cancelled', 'the airport is closed');
    expect(await overdue()).toEqual([false]);
  });

  it('names nothing left open where nothing is, or where the visit goes on', async () => {
    const visit = await recordVisit({ status: 'planned' });
    expect((await move(visit.at, 'postponed')).body.openFollowUps).toBeUndefined();
    expect((await move(visit.at, 'cancelled')).body.openFollowUps).toEqual([]);
  });

  it('keeps a list of what is proposed, which the office changes', async () => {
    const { body } = await office.get('/v1/standing-follow-ups', { 'accept-language': 'it' });
    const shown = body.items.map(({ title, dueAfter }: Recorded) => [title, dueAfter]);
    expect(shown).toEqual([
      ['Relazione sulla visita', 'P21D'],
      ['Lettere di ringraziamento', 'P7D'],
    ]);
    const [report, letters] = body.items.map(({ id }: Recorded) => `/v1/standing-follow-ups/${id}`);
    const patched = await office.patch(report, { dueAfter: 'P1M', mandatory: false }, { 'if-match': '*' });
    expect([patched.status, patched.body.dueAfter]).toEqual([200, 'P1M']);
    expect((await office.delete(letters, { 'if-match': '*' })).status).toBe(204);
    const visit = await recordVisit();
    await move(visit.at, 'completed');
    const proposed = (await followUpsOf(visit)).map(({ title, due, mandatory }) => [title, due, mandatory]);
    expect(proposed).toEqual([['Report on the visit', '2018-08-13', false]]);
  });
});
