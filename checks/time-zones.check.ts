import { expect, it } from '@jest/globals';
import { readSources } from './sources.js';

/** Clocks of any zone but UTC: what they show is the runtime's to tell, and stands beside the instant. */
const ZONED = /\bat time zone (?!'UTC'\))\S+|\bat local\b|\btimezone\(/gi;

it('No statement asks Postgres for a time zone', async () => {
  const found = (await readSources()).flatMap(({ path, text }) =>
    (text.match(ZONED) ?? []).map((place) => [path, place]),
  );
  expect(found).toEqual([]);
});

it.each(['starts_at at time zone time_zone', "(at at time zone 'Europe/Rome')", 'timezone(zone, at)'])(
  'It would notice %s',
  (text) => {
    expect(text).toMatch(ZONED);
  },
);
