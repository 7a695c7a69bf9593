import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, sql, statement } from '#platform';
import { Kinds, isExpected as isExpectedInSql } from '#records';
import { isExpected, statesOf } from '#vocabulary';
import { type Office, openOffice } from './office.js';

/** For whom somebody keeps a seat: every status of a member of a delegation, every response of a participant. */
const EXPECTED = {
  absent: false,
  accepted: true,
  accredited: true,
  arrived: true,
  attended: true,
  declined: false,
  departed: true,
  invited: true,
  nominated: true,
  replaced: false,
  tentative: true,
  under_evaluation: true,
  withdrawn: false,
};
const answers = Object.entries(EXPECTED);

describe('who was asked to come', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('may answer nothing that is not told here', () => {
    const asked = office
      .provider(Kinds)
      .all()
      .filter(({ name }) => name === 'member' || name === 'participation');
    const possible = new Set(asked.flatMap(({ lifecycle }) => statesOf(lifecycle!)));
    expect([...possible].toSorted()).toEqual(Object.keys(EXPECTED));
  });

  it('is expected or not, to the program', () => {
    expect(answers.map(([answer]) => [answer, isExpected(answer)])).toEqual(answers);
  });

  it('is expected or not alike, to the database', async () => {
    const asked = statement(
      undefined,
      sql`
      select json_object_agg(answer, ${isExpectedInSql(sql`answer`)})
      from unnest(cast(:answers as text[])) answer`,
    );
    const row = await office.provider(Database).readRow(asked, { answers: Object.keys(EXPECTED) });
    expect(JSON.parse(row![0]!)).toEqual(EXPECTED);
  });
});
