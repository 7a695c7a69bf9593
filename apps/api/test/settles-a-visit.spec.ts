import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { aDelegation } from '#delegations/testing';
import { aPlace } from '#directory/testing';
import type { Answer, Recorded } from './answer.js';
import { type Known, aVisit, at, guiyangDelegation, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const title = (en: string): object => ({ title: { en } });

describe('completing a visit', () => {
  let office: Office;
  let known: Known;

  beforeAll(async () => {
    office = await openOffice();
    known = await recordKnown(office);
  });
  afterAll(() => office.close());

  /** A visit that goes on, with one item in each status and a part of one that was cancelled. */
  async function recordVisit(delegations: readonly Recorded[]): Promise<Recorded> {
    const agenda = [
      ...['proposed', 'confirmed', 'held', 'not_held', 'cancelled'].map((status) => ({
        ...anAgendaItem(),
        ...title(status),
        status,
      })),
      { ...anAgendaItem(), ...title('part of what was cancelled'), parent: 4 },
    ];
    const delegationIds = delegations.map(({ id }) => id as string);
    return office.record('/v1/visits', aVisit({ status: 'ongoing', agenda, delegationIds }));
  }

  const complete = ({ at }: Recorded, settle?: boolean): Promise<Answer> =>
    office.post(`${at}/transitions`, { to: 'completed', settle });
  const toldOf = ({ body }: Answer): unknown[] =>
    body.unsettled.map(({ kind, name, status }: Recorded) => [kind, name, status]);

  it('names what is still unsettled, and leaves it as it is', async () => {
    const delegation = await office.record('/v1/delegations', guiyangDelegation(known));
    const visit = await recordVisit([delegation]);
    expect(visit.unsettled).toEqual([]);
    const completed = await complete(visit);
    expect([completed.status, completed.body.status, toldOf(completed)]).toEqual([
      200,
      'completed',
      [
        ['agenda_item', 'proposed', 'proposed'],
        ['agenda_item', 'confirmed', 'confirmed'],
        ['delegation', 'Guiyang delegation', 'draft'],
      ],
    ]);
    expect(completed.body.unsettled[0].id).toBe(visit.agenda[0].id);
    expect(toldOf(await office.get(visit.at))).toEqual(toldOf(completed));
  });

  it('takes it along where that is asked for, step by step', async () => {
    const delegation = await office.record('/v1/delegations', guiyangDelegation(known));
    const visit = await recordVisit([delegation]);
    const completed = await complete(visit, true);
    expect([completed.status, toldOf(completed)]).toEqual([200, []]);
    expect(completed.body.agenda.map(({ status }: Recorded) => status)).toEqual([
      'held',
      'held',
      'held',
      'not_held',
      'cancelled',
      'proposed',
    ]);
    const { body } = await office.get(delegation.at);
    expect(body.statusHistory.map(({ to }: Recorded) => to)).toEqual([
      'draft',
      'nominated',
      'confirmed',
      'arrived',
      'departed',
    ]);
    const { body: item } = await office.get(`${visit.at}/agenda/${visit.agenda[0].id}`);
    expect(item.statusHistory.map(({ to }: Recorded) => to)).toEqual(['proposed', 'confirmed', 'held']);
  });

  it('holds what was in one room at once, whatever its order and whoever else has the room', async () => {
    const { id: placeId } = await office.record(
      '/v1/places',
      aPlace({ kind: 'room', timeZone: 'Europe/Rome' }),
    );
    const item = (status: string, from: number, to: number): object =>
      anAgendaItem({ on: undefined, ...at(from, to), placeId, status } as object);
    const agenda = [item('proposed', 9, 11), item('confirmed', 10, 12), item('proposed', 11, 13)];
    await office.record('/v1/visits', aVisit({ agenda: [item('confirmed', 12, 14)] }));
    const visit = await office.record('/v1/visits', aVisit({ status: 'ongoing', agenda }));
    const completed = await complete(visit, true);
    expect([completed.status, toldOf(completed)]).toEqual([200, []]);
    expect(completed.body.agenda.map(({ status }: Recorded) => status)).toEqual(['held', 'held', 'held']);
  });

  it('does so on the way further, and leaves what is not ready', async () => {
    const headless = await office.record('/v1/delegations', aDelegation());
    const visit = await office.record(
      '/v1/visits',
      aVisit({ status: 'ongoing', delegationIds: [headless.id] }),
    );
    const completed = await complete(visit, true);
    expect(toldOf(completed)).toEqual([['delegation', 'Guiyang delegation', 'draft']]);
    expect((await office.get(headless.at)).body.version).toBe(1);
  });

  it('leaves a delegation that comes on another visit still', async () => {
    const delegation = await office.record('/v1/delegations', guiyangDelegation(known));
    const [first, second] = [await recordVisit([delegation]), await recordVisit([delegation])];
    await complete(first, true);
    expect((await office.get(delegation.at)).body.status).toBe('draft');
    await complete(second, true);
    expect((await office.get(delegation.at)).body.status).toBe('departed');
  });

  it('takes nothing along on any other move', async () => {
    const visit = await office.record('/v1/visits', aVisit({ agenda: [anAgendaItem()] }));
    const { body } = await office.post(`${visit.at}/transitions`, { to: 'cancelled', settle: true });
    expect([body.agenda[0].status, body.unsettled]).toEqual(['proposed', []]);
    const forum = await office.record('/v1/forums', aVisit());
    const refused = await office.post(`${forum.at}/transitions`, { to: 'cancelled', settle: true });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/settle']);
  });
});
