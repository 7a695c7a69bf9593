import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelegation } from '#delegations/testing';
import { named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { aVisit, namesIn, referenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

describe('bringing delegations together', () => {
  let office: Office;
  let university: Recorded;
  let students: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-07-01T09:00:00Z');
    university = await office.record(
      '/v1/delegations',
      aDelegation({ names: named('Tsinghua delegation'), kind: 'academic' }),
    );
    students = await office.record(
      '/v1/delegations',
      aDelegation({ names: named('Students of Tsinghua'), kind: 'student', parentId: university.id }),
    );
  });
  afterAll(() => office.close());

  const lastChange = async ({ at }: Recorded): Promise<Recorded[]> =>
    (await office.get(`${at}/history`)).body.items[0].fields;

  describe('within one another', () => {
    it('tells what each comes within, and who comes within it', async () => {
      const whole = await office.reread(university);
      expect([students.parent, students.parts, whole.parent, whole.parts]).toEqual([
        referenceTo(university),
        [],
        null,
        [referenceTo(students)],
      ]);
      const { body } = await office.get(`/v1/delegations?parent=${university.id}`);
      expect(body.items.map(({ parent }: Recorded) => parent)).toEqual([referenceTo(university)]);
    });

    it('never leads back, whoever moves them at once', async () => {
      const itself = await office.patch(university.at, { parentId: university.id }, { 'if-match': '*' });
      const below = await office.patch(university.at, { parentId: students.id }, { 'if-match': '*' });
      expect([itself.body.code, below.body.code]).toEqual(['delegation.circle', 'delegation.circle']);

      const [one, other] = await Promise.all(
        ['One', 'Other'].map((name) => office.record('/v1/delegations', aDelegation({ names: named(name) }))),
      );
      const moves = await Promise.all([
        office.change(one, { parentId: other.id }),
        office.change(other, { parentId: one.id }),
      ]);
      expect(moves.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('can end, as history tells', async () => {
      const alone = await office.record('/v1/delegations', aDelegation({ parentId: university.id }));
      const { body } = await office.change(alone, { parentId: null });
      expect([body.parent, await lastChange(alone)]).toEqual([
        null,
        [{ field: 'parentId', old: university.id, new: null }],
      ]);
    });
  });

  describe('for a part of a visit', () => {
    const week = { starts: '2018-07-09', ends: '2018-07-15' };
    const record = (fields: object = {}) =>
      office.record('/v1/visits', aVisit({ delegationIds: [university.id, students.id], ...fields }));
    const datesIn = ({ delegations }: Recorded) =>
      delegations.map(({ name, starts, ends }: Recorded) => [name, starts, ends]);

    it('tells when each is there', async () => {
      const visit = await record({
        delegationDates: [{ delegationId: students.id, ...week }],
      });
      expect(datesIn(visit)).toEqual([
        ['Tsinghua delegation', null, null],
        ['Students of Tsinghua', '2018-07-09', '2018-07-15'],
      ]);
      expect(namesIn(await office.get(`/v1/visits?delegation=${students.id}`))).toContain(visit.name);
    });

    it('keeps the dates of those that stay when the list changes, and drops those of others', async () => {
      const dates = [
        { delegationId: university.id, starts: '2018-07-12', ends: '2018-07-13' },
        { delegationId: students.id, ...week },
      ];
      const visit = await record({ delegationDates: dates });
      const { body } = await office.change(visit, { delegationIds: [students.id] });
      expect(datesIn(body)).toEqual([['Students of Tsinghua', '2018-07-09', '2018-07-15']]);
      const back = await office.patch(
        visit.at,
        { delegationIds: [university.id, students.id] },
        { 'if-match': '*' },
      );
      expect(datesIn(back.body)[0]).toEqual(['Tsinghua delegation', null, null]);
    });

    it('can be told later and become another, as history tells', async () => {
      const visit = await record();
      const dates = [{ delegationId: university.id, starts: '2018-07-12', ends: null }];
      const { body } = await office.change(visit, { delegationDates: dates });
      expect(datesIn(body)[0]).toEqual(['Tsinghua delegation', '2018-07-12', null]);
      expect(await lastChange(visit)).toEqual([{ field: 'delegationDates', old: [], new: dates }]);
    });

    it('is refused for a delegation that is not on the visit', async () => {
      const dates = [{ delegationId: students.id, ...week }];
      const alone = aVisit({ delegationIds: [university.id], delegationDates: dates });
      const { status, body } = await office.post('/v1/visits', alone);
      const visit = await record({ delegationDates: dates });
      const both = { delegationIds: [university.id], delegationDates: dates };
      const patched = await office.change(visit, both);
      expect([status, patched.status, body.errors]).toEqual([400, 400, patched.body.errors]);
      expect(body.errors.map(({ pointer }: Recorded) => pointer)).toEqual([
        '/delegationDates/0/delegationId',
      ]);
      expect(await office.reread(visit)).toEqual(visit);
    });
  });
});
