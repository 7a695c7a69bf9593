import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import { findAddresses, forEach, patternOf, readsOf } from './every-read.js';
import { recordKnown } from './known.js';
import { type Office, openOffice } from './office.js';

const ENDS = ['0001-01-01', '0001-01-02', '9999-12-30', '9999-12-31'];
const BEYOND = [
  '0000-01-01',
  '-0001-12-31',
  '-000044-03-15',
  '10000-01-01',
  '+010000-01-01',
  '0044-03-15 BC',
];
const INSTANTS = ['0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00'];

let office: Office;

beforeAll(async () => {
  office = await openOffice({ OFFICE_TIME_ZONE: 'Europe/Rome' });
  const known = await recordKnown(office);
  const dated = { starts: '2027-05-10', ends: '2027-05-11', placeId: known.naples.id };
  await office.record('/v1/visits', { ...dated, names: named('Visit') });
  await office.record('/v1/forums', { ...dated, names: named('Forum'), visibility: 'public' });
}, 120_000);
afterAll(() => office.close());

it('answers whichever days are asked for, at every address that takes some', async () => {
  const reads = await readsOf(office.url);
  const asked = (await findAddresses(reads, office)).flatMap((address) => {
    const [, { parameters = [] }] = [...reads].find(([path]) => patternOf(path).test(address))!;
    const ranges = parameters.some(({ name }) => name === 'to')
      ? [...ENDS.map((day) => [day, day]), [ENDS[0], ENDS.at(-1)], [ENDS.at(-1), ENDS[0]]]
      : [];
    const alone = parameters
      .filter(({ in: where, schema }) => where === 'query' && isTextual(schema))
      .flatMap(({ name }) =>
        [...ENDS, ...BEYOND, ...INSTANTS].map((day) => `${name}=${encodeURIComponent(day)}`),
      );
    const queries = ranges.map(([from, to]) => `from=${from}&to=${to}`);
    return [...queries, ...alone].map((query) => `${address}?${query}`);
  });
  expect(asked.filter((path) => path.includes('free-busy')).length).toBeGreaterThan(0);
  const failed: string[] = [];
  await forEach(asked, async (path) => {
    const { status } = await office.misuse('get', path);
    if (status >= 500) failed.push(path);
  });
  expect(failed).toEqual([]);
}, 300_000);

function isTextual(schema: { type?: string; format?: string; enum?: unknown } = {}): boolean {
  return schema.type === 'string' && schema.format !== 'uuid' && schema.enum === undefined;
}
