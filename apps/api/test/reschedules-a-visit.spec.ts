import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer, Recorded } from './answer.js';
import { type Known, aVisit, confirmedVisit, guiyangDelegation, recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const VISITS = '/v1/visits';
const NOW = '2018-07-01T09:00:00.000Z';

describe('rescheduling a visit', () => {
  let office: Office;
  let known: Known;
  let delegation: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime(NOW);
    known = await recordKnown(office);
    delegation = await office.record('/v1/delegations', guiyangDelegation(known));
  });

  afterAll(() => office.close());

  describe('to other dates', () => {
    it('keeps the dates it had, with the reason', async () => {
      const visit = await office.record(VISITS, confirmedVisit(known, delegation));
      const moved = { starts: '2018-07-19', ends: '2018-07-20', dateChangeReason: 'no flight' };
      const { body, headers } = await office.change(visit, moved);
      await office.patch(visit.at, { ends: '2018-07-21' }, { 'if-match': headers.etag! });
      const { starts, ends, earlierDates, sequence } = await office.reread(visit);
      const change = { changedAt: NOW, changedBy: { id: expect.any(String), name: 'Office' } };
      expect([body.sequence, sequence, starts, ends]).toEqual([1, 2, '2018-07-19', '2018-07-21']);
      expect(earlierDates).toEqual([
        { starts: '2018-07-12', ends: '2018-07-13', reason: 'no flight', ...change },
        { starts: '2018-07-19', ends: '2018-07-20', reason: null, ...change },
      ]);
    });

    it('has no earlier dates where a patch says the same dates again', async () => {
      const visit = await office.record(VISITS, confirmedVisit(known, delegation));
      const { body } = await office.change(visit, { starts: '2018-07-12', summary: { en: 'Exploratory' } });
      expect([body.earlierDates, body.sequence, body.version]).toEqual([[], 0, 2]);
    });

    it('has no earlier dates before it has any, but those that were taken back', async () => {
      const visit = await office.record(VISITS, aVisit({ starts: null, ends: null }));
      const first = await office.change(visit, { starts: '2018-09', ends: '2018-09' });
      expect([first.body.earlierDates, first.body.sequence]).toEqual([[], 1]);
      const change = (patch: object): Promise<Answer> => office.patch(visit.at, patch, { 'if-match': '*' });
      await change({ starts: null, ends: null, dateChangeReason: 'postponed' });
      const { body } = await change({ starts: '2018-10' });
      expect(body.earlierDates).toMatchObject([{ starts: '2018-09', ends: '2018-09', reason: 'postponed' }]);
      expect(body.earlierDates).toHaveLength(1);
    });

    it('says why only where dates are moved', async () => {
      const dateChangeReason = 'no flight';
      const visit = await office.record(VISITS, confirmedVisit(known, delegation));
      const undated = await office.record(VISITS, aVisit({ starts: null, ends: null }));
      const without = await office.change(visit, { summary: { en: 'Exploratory' }, dateChangeReason });
      const first = await office.change(undated, { starts: '2018-07-19', dateChangeReason });
      expect([without, first].map(({ status, body }) => [status, body.errors])).toEqual(
        [
          'It tells why dates are moved: give starts or ends with it.',
          'It tells why dates are moved, and the event had none before.',
        ].map((detail) => [400, [{ pointer: '/dateChangeReason', detail, code: 'no-dates-moved' }]]),
      );
      const same = await office.change(visit, { starts: '2018-07-12', dateChangeReason });
      expect([same.status, same.body.earlierDates, same.body.version]).toEqual([200, [], 1]);
    });

    it('cannot end before it starts', async () => {
      const visit = await office.record(VISITS, confirmedVisit(known, delegation));
      const { status, body } = await office.change(visit, { ends: '2018-07-11' });
      expect([status, body.errors]).toEqual([
        400,
        [
          {
            pointer: '/ends',
            detail: 'The end, 2018-07-11, is before the start, 2018-07-12.',
            code: 'end-before-start',
          },
        ],
      ]);
    });
  });

  describe('with its stops in another order', () => {
    let visit: Recorded;

    beforeEach(async () => {
      visit = await office.record(
        VISITS,
        aVisit({
          legs: [{ placeId: known.naples.id }, { placeId: known.rome.id }],
          agenda: [{ kind: 'meeting', title: { en: 'Agency for Digital Italy' }, leg: 1 }],
        }),
      );
    });

    const placesOf = ({ legs }: Recorded): unknown[] =>
      legs.map(({ id, place, position }: Recorded) => [position, id, place.name]);

    it('keeps the legs that keep their id', async () => {
      const [naples, rome] = visit.legs;
      const legs = [
        { id: rome.id, placeId: known.rome.id },
        { placeId: known.guiyang.id },
        { id: naples.id, placeId: known.naples.id },
      ];
      const { status, body } = await office.change(visit, { legs });
      expect([status, placesOf(body)]).toEqual([
        200,
        [
          [0, rome.id, 'Rome'],
          [1, expect.any(String), 'Guiyang'],
          [2, naples.id, 'Napoli'],
        ],
      ]);
      expect([body.agenda[0].leg, body.sequence]).toEqual([{ id: rome.id, position: 0 }, 1]);
    });

    it('keeps a leg that agenda items use', async () => {
      const [naples, rome] = visit.legs;
      const { status, body } = await office.change(visit, {
        legs: [{ id: naples.id, placeId: known.naples.id }],
      });
      expect([status, body.code]).toEqual([409, 'event.leg-in-use']);
      expect(await office.reread(visit)).toEqual(visit);
      const gone = await office.change(visit, { legs: [{ id: rome.id, placeId: known.rome.id }] });
      expect([gone.status, placesOf(gone.body)]).toEqual([200, [[0, rome.id, 'Rome']]]);
    });

    it('takes no leg of another event, nor one leg twice', async () => {
      const other = await office.record(VISITS, aVisit({ legs: [{ placeId: known.rome.id }] }));
      const [naples] = visit.legs;
      const strange = await office.change(visit, { legs: [{ id: other.legs[0].id }] });
      expect([strange.status, strange.body.errors[0].pointer]).toEqual([400, '/legs/0/id']);
      const twice = await office.change(visit, { legs: [{ id: naples.id }, { id: naples.id }] });
      expect([twice.status, twice.body.errors?.[0].pointer]).toEqual([400, '/legs/1/id']);
      const created = await office.post(VISITS, aVisit({ legs: [{ id: naples.id }] }));
      expect([created.status, created.body.errors?.[0].pointer]).toEqual([400, '/legs/0/id']);
      expect([await office.reread(visit), await office.reread(other)]).toEqual([visit, other]);
    });
  });
});
