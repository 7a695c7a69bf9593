import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import { type Known, aVisit, guiyangDelegation, recordKnown, referenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

const VISITS = '/v1/visits';

describe('filling the agenda of a visit', () => {
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

  describe('item by item', () => {
    let visit: Recorded;
    let item: Recorded;

    beforeEach(async () => {
      visit = await office.record(
        VISITS,
        aVisit({ legs: [{ placeId: known.naples.id }, { placeId: known.guiyang.id }], starts: '2018-07-12' }),
      );
      item = await office.record(`${visit.at}/agenda`, {
        kind: 'meeting',
        title: { en: 'Welcome', it: 'Benvenuto' },
        legId: visit.legs[0].id,
        startsAt: '2018-07-12T07:30:00Z',
      });
    });

    it('shows the hours of an item in the zone of its leg', async () => {
      expect([item.startsAt, item.timeZone, item.at]).toEqual([
        '2018-07-12T09:30:00+02:00',
        'Europe/Rome',
        `${visit.at}/agenda/${item.id}`,
      ]);
      const { body } = await office.change(item, { legId: visit.legs[1].id });
      expect([body.startsAt, body.timeZone, body.sequence]).toEqual([
        '2018-07-12T09:30:00+08:00',
        'Asia/Shanghai',
        1,
      ]);
    });

    it('changes one item without the visit', async () => {
      const change = {
        title: { it: null, 'zh-Hans': '欢迎' },
        startsAt: null,
        on: '2018-07',
        audience: 'public',
      };
      const { status, body } = await office.change(item, change);
      expect([status, body.title, body.startsAt, body.on, body.audience, body.version]).toEqual([
        200,
        { en: 'Welcome', 'zh-Hans': '欢迎' },
        null,
        '2018-07',
        'public',
        2,
      ]);
      expect((await office.reread(visit)).version).toBe(1);
    });

    it('refuses both a time and a date, and an end before the start', async () => {
      const both = await office.change(item, { on: '2018-07-12' });
      expect([both.status, both.body.errors[0].pointer]).toEqual([400, '/on']);
      const early = await office.change(item, { endsAt: '2018-07-12T07:29:59Z' });
      expect([early.status, early.body.errors[0].pointer]).toEqual([400, '/endsAt']);
    });

    it('has parts, but no parts of parts', async () => {
      const part = await office.record(`${visit.at}/agenda`, aPart(item.id));
      const answer = await office.post(`${visit.at}/agenda`, aPart(part.id));
      expect([answer.status, answer.body.code]).toEqual([409, 'item.one-level']);
      const { body } = await office.get(`${visit.at}/agenda?parent=${item.id}`);
      expect(body.items.map(({ title }: Recorded) => title)).toEqual(['Keynote']);
    });

    const aPart = (parentId: string): object => ({ kind: 'keynote', title: { en: 'Keynote' }, parentId });

    it('moves an item from proposed to held, and counts it in calendars', async () => {
      const { body } = await office.move(item, 'held');
      expect([body.status, body.sequence, body.statusHistory.map(({ to }: Recorded) => to)]).toEqual([
        'held',
        2,
        ['proposed', 'confirmed', 'held'],
      ]);
      expect((await office.get(`${item.at}/transitions`)).body).toEqual({ status: 'held', allowed: [] });
    });

    it('is found at its own visit only, and under visits only', async () => {
      const other = await office.record(VISITS, aVisit());
      const answers = await Promise.all([
        office.get(`${other.at}/agenda/${item.id}`),
        office.get(item.at.replace('visits', 'forums')),
        office.get(`/v1/forums/${visit.id}/agenda`),
        office.post(`${other.at}/agenda`, aPart(item.id)),
        office.post(`${other.at}/agenda`, { ...aPart(item.id), parentId: null, legId: visit.legs[0].id }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 400, 400]);
    });

    it('is put away with its parts in sight, and comes back', async () => {
      expect((await office.delete(item.at, { 'if-match': item.tag })).status).toBe(204);
      expect([(await office.reread(visit)).agenda, (await office.get(item.at)).status]).toEqual([[], 404]);
      expect((await office.post(`${item.at}/restore`)).status).toBe(200);
      expect((await office.reread(visit)).agenda).toHaveLength(1);
    });
  });

  describe('with who takes part', () => {
    it('follows an answer from evaluation to attendance', async () => {
      const visit = await office.record(VISITS, aVisit());
      const guest = await office.record(`${visit.at}/participants`, {
        delegationId: delegation.id,
        side: 'guest',
        role: 'attendee',
        response: 'under_evaluation',
      });
      const { body: transitions } = await office.get(`${guest.at}/transitions`);
      expect(transitions.allowed.map(({ to }: Recorded) => to)).toEqual(['invited', 'withdrawn']);
      const early = await office.move(guest, 'attended');
      expect([early.status, early.body.code]).toEqual([409, 'participation.illegal-move']);
      for (const to of ['invited', 'tentative', 'accepted', 'attended'])
        expect((await office.move(guest, to)).body.response).toBe(to);
      const { statusHistory } = await office.reread(guest);
      expect(statusHistory.map(({ from, to }: Recorded) => [from, to])).toEqual([
        [null, 'under_evaluation'],
        ['under_evaluation', 'invited'],
        ['invited', 'tentative'],
        ['tentative', 'accepted'],
        ['accepted', 'attended'],
      ]);
    });

    it('puts a participation into an item of the same visit only', async () => {
      const agenda = [{ kind: 'meeting', title: { en: 'Welcome' } }];
      const [visit, other] = [
        await office.record(VISITS, aVisit({ agenda })),
        await office.record(VISITS, aVisit({ agenda })),
      ];
      const speaker = { personId: known.deGennaro.id, side: 'host', role: 'speaker' };
      const strange = { ...speaker, agendaItemId: other.agenda[0].id };
      const refused = await office.post(`${visit.at}/participants`, strange);
      expect([refused.status, refused.body.code]).toEqual([400, expect.stringMatching(/^re(quest|cord)\./)]);
      const own = { ...speaker, agendaItemId: visit.agenda[0].id };
      await office.record(`${visit.at}/participants`, own);
      const { agenda: items, participants } = await office.reread(visit);
      expect([items[0].participants[0].person, participants]).toEqual([referenceTo(known.deGennaro), []]);
    });
  });
});
