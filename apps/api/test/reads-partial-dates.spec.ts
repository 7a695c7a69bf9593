import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { parsePartialDate } from '#vocabulary';
import { PARTIAL_DATES } from '#vocabulary/testing';
import type { DataSource } from 'typeorm';

const SPANS = `
  select json_object_agg(d, json_build_array(
    to_char(public.partial_date_earliest(d), 'YYYY-MM-DD'), to_char(public.partial_date_latest(d), 'YYYY-MM-DD'))) as spans
  from unnest($1::text[]) d`;

describe('a date as far as it is known', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  it('stands for the same days in the database', async () => {
    const expected = PARTIAL_DATES.map(([text, ...days]) => [text, days.slice(0, 2)]);
    expect(await spansOf(PARTIAL_DATES.map(([text]) => text))).toEqual(Object.fromEntries(expected));
  });

  it('stands for the same days in the database, in whatever year and form, with whatever mark', async () => {
    const years = ['0001', '0099', '1900', '1999', '2000', '2027', '2028', '2100', '9999'];
    const written = years.flatMap(formsIn).flatMap((date) => ['', '?', '~', '%'].map((mark) => date + mark));
    const known = written.filter((text) => parsePartialDate(text) !== null);
    const expected = known.map((text) => {
      const { earliest, latest } = parsePartialDate(text)!;
      return [text, [earliest.toString(), latest.toString()]];
    });
    expect(await spansOf(known)).toEqual(Object.fromEntries(expected));
    expect(known.length).toBeGreaterThan(1000);
  });

  async function spansOf(texts: readonly string[]): Promise<Record<string, [string, string]>> {
    const [row] = await dataSource.query<[{ spans: Record<string, [string, string]> }]>(SPANS, [texts]);
    return row.spans;
  }
});

function formsIn(year: string): string[] {
  const parts = Array.from({ length: 100 }, (_, part) => `${year}-${String(part).padStart(2, '0')}`);
  const days = parts.flatMap((part) => [part, `${part}-XX`, `${part}-01`, `${part}-29`, `${part}-31`]);
  return [year, `${year.slice(0, 3)}X`, `${year.slice(0, 2)}XX`, ...days];
}
