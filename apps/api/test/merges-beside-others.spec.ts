import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFigure, anEntry } from '#briefings/testing';
import { aPerson, anOrganization, named } from '#directory/testing';
import { DataSource } from 'typeorm';
import type { Answer, Recorded } from './answer.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';

/** How often each race is run: who comes first is chance. */
const TIMES = 3;
const WHY = { 'corteo-reason': 'visa office' };

describe('merges on two instances at once', () => {
  let office: Office;
  let branch: Office;

  beforeAll(async () => {
    office = await openOffice({ PROTECTED_KEY: Buffer.alloc(32).toString('base64') });
    branch = await office.openAnother();
  });
  afterAll(async () => {
    await branch.close();
    await office.close();
  });

  const people = (...names: string[]): Promise<Recorded[]> =>
    Promise.all(names.map((name) => office.record('/v1/people', aPerson({ names: named(name) }))));
  const merge = (at: Office, kept: Recorded, from: Recorded): Promise<Answer> =>
    at.post(`${kept.at}/merge`, { fromId: from.id });
  const statuses = (answers: readonly Answer[]): number[] =>
    answers.map(({ status }) => status).toSorted((one, other) => one - other);
  const leadsTo = async ({ at }: Recorded): Promise<string> => {
    const { status, headers } = await office.get(at);
    return status === 308 ? headers.location! : at;
  };
  const takePart = ({ id: personId }: Recorded): object => ({ personId, side: 'guest', role: 'attendee' });

  it('of the same two make one of them, whichever way came first', async () => {
    for (let time = 0; time < TIMES; time++) {
      const [one, other] = await people('One', 'Other');
      const answers = await Promise.all([merge(office, one, other), merge(branch, other, one)]);
      expect(answers.filter(({ status }) => status === 200).length).toBe(1);
      expect([308, 400]).toContain(
        statuses(answers)[1] === 200 ? statuses(answers)[0] : statuses(answers)[1],
      );
      expect(await leadsTo(one)).toBe(await leadsTo(other));
    }
  });

  it('of three in a row lose nothing that refers to the first', async () => {
    for (let time = 0; time < TIMES; time++) {
      const [first, second, third] = await people('First', 'Second', 'Third');
      const visit = await office.record('/v1/visits', aVisit({ participants: [takePart(first)] }));
      const answers = await Promise.all([merge(office, second, first), merge(branch, third, second)]);
      const done = answers.map(({ status }) => status);
      expect([
        [200, 200],
        [308, 200],
      ]).toContainEqual(done);
      const { body } = await office.get(`${visit.at}/participants`);
      const holder = done[0] === 200 ? third!.id : first!.id;
      expect(body.items.map(({ person }: Recorded) => person.id)).toEqual([holder]);
    }
  });

  it('take along what is said of a record meanwhile, or have it refused with what it became', async () => {
    const { id: organizationId } = await office.record('/v1/organizations', anOrganization());
    const visit = await office.record('/v1/visits', aVisit());
    for (let time = 0; time < TIMES; time++) {
      const [kept, from, third] = await people('Kept', 'From', 'Third');
      const personId = from!.id;
      const answers = await Promise.all([
        merge(office, kept, from),
        branch.post(`${visit.at}/participants`, takePart(from)),
        branch.post(`${from!.at}/positions`, { organizationId, title: { en: 'Rector' } }),
        branch.post('/v1/entries', anEntry({ personId })),
        branch.post('/v1/figures', aFigure(personId)),
        branch.put(`/v1/duplicates/different/${personId}/${third!.id}`, undefined),
        branch.put(`${from!.at}/protected-profile`, { birthDate: '1970-01-01' }, WHY),
        branch.put(`${kept!.at}/protected-profile`, { dietary: 'no pork' }, WHY),
      ]);
      const [merged, ...others] = answers.map(({ status }) => status);
      expect(merged).toBe(200);
      expect(others.filter((status) => ![200, 201, 308, 400, 404].includes(status))).toEqual([]);
      const [participation, position, entry, figure] = others.map((status) => status === 201);
      expect(await heldBy(personId)).toEqual([0, 0, 0, 0, 0, 0]);
      expect((await heldBy(kept!.id)).slice(0, 4)).toEqual(
        [participation, position, entry, figure].map(Number),
      );
    }
  });

  it('are refused where one of the two is put away meanwhile, or put nothing away', async () => {
    for (let time = 0; time < TIMES; time++) {
      const [kept, from] = await people('Kept', 'From');
      const away = time % 2 ? kept! : from!;
      const [merged, archived] = await Promise.all([
        merge(office, kept, from),
        branch.delete(away.at, { 'if-match': away.tag }),
      ]);
      expect([
        [200, 412],
        [200, 308],
        [409, 204],
      ]).toContainEqual([merged.status, archived.status]);
    }
  });

  /** How many of each refer to a person. */
  async function heldBy(id: string): Promise<number[]> {
    const [held] = await office.provider(DataSource).query<[Record<string, string>]>(
      `select (select count(*) from participations where person_id = $1) as a,
         (select count(*) from positions where person_id = $1) as b,
         (select count(*) from entries where subject_id = $1) as c,
         (select count(*) from figures where record_id = $1) as d,
         (select count(*) from different_records where $1 in (first_id, second_id)) as e,
         (select count(*) from protected_profiles where person_id = $1) as f`,
      [id],
    );
    return Object.values(held).map(Number);
  }
});
