import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type TestDatabase, openTestDatabase } from '../testing.js';

const FROM = Temporal.Instant.from('2020-01-01T00:00Z').toZonedDateTimeISO('UTC');
const UNTIL = FROM.add({ years: 12 });

/** Each day of twelve years at another hour, and every hour of the days around each change of the clocks. */
function instantsIn(zone: string): Temporal.Instant[] {
  const days = FROM.until(UNTIL, { largestUnit: 'day' }).days;
  const found = Array.from({ length: days }, (_, day) =>
    FROM.add({ days: day, hours: (day * 7) % 24 }).toInstant(),
  );
  let change = FROM.withTimeZone(zone).getTimeZoneTransition('next');
  while (change && Temporal.Instant.compare(change.toInstant(), UNTIL.toInstant()) < 0) {
    const at = change.toInstant();
    found.push(...Array.from({ length: 49 }, (_, hour) => at.add({ hours: hour - 24 })));
    change = change.getTimeZoneTransition('next');
  }
  return found;
}

describe('an instant and what the clocks at its place show', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  const tell = async (at: readonly string[], local: readonly string[]): Promise<string[]> => {
    const [row] = await dataSource.query<[{ told: string[] }]>(
      `select array(select public.local_instant(t.at, t.local)
         from unnest($1::timestamptz[], $2::text[]) with ordinality t(at, local, n) order by n) as told`,
      [at, local],
    );
    return row.told;
  };

  it('are told as the runtime tells them, in every zone that it knows', async () => {
    const wrong: string[] = [];
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const times = instantsIn(zone).map((at) => at.toZonedDateTimeISO(zone));
      const told = await tell(
        times.map((time) => time.toInstant().toString()),
        times.map((time) => time.toPlainDateTime().toString({ smallestUnit: 'second' })),
      );
      const right = times.map((time) => time.toString({ timeZoneName: 'never', smallestUnit: 'second' }));
      wrong.push(...told.filter((one, index) => one !== right[index]).map((one) => `${zone} ${one}`));
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('are told in UTC where no offset in minutes lies between them, as before there were zones', async () => {
    const at = Temporal.Instant.from('1861-03-17T10:00:00Z').toZonedDateTimeISO('Europe/Rome');
    const local = at.toPlainDateTime().toString({ smallestUnit: 'second' });
    expect([local, await tell(['1861-03-17T10:00:00Z'], [local])]).toEqual([
      '1861-03-17T10:49:56',
      ['1861-03-17T10:00:00Z'],
    ]);
  });

  it('are told of nothing that is not known', async () => {
    const [row] = await dataSource.query<[{ told: string | null }]>(
      'select public.local_instant(null, null) as told',
    );
    expect(row.told).toBeNull();
  });
});
