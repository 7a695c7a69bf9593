import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import { openDemo } from './demo.js';
import { type Office, openOffice } from './office.js';

describe('who starts the demo on a Friday', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({ OFFICE_TIME_ZONE: 'Europe/Rome' });
    office.setTime('2026-11-27T08:00:00Z');
    await openDemo(office);
  }, 60_000);
  afterAll(() => office.close());

  const list = async (path: string): Promise<Recorded[]> =>
    (await office.get(path, { 'accept-language': 'en' })).body.items;
  const daysFrom = async (day: string): Promise<string[][]> =>
    (await list(`/v1/events?from=${day}&sort=date`)).map(({ name, starts, ends }) => [name, starts, ends]);

  const versions = async (path: string): Promise<string[]> =>
    (await list(`${path}?limit=200`)).map(({ id, version }) => `${id} ${version}`).sort();

  it('finds what is coming in the month ahead', async () => {
    expect(await daysFrom('2026-11-27')).toEqual([
      ['The partner city at the town hall', '2026-11-27', '2026-11-28'],
      ['Conference of the partner cities', '2026-12-03', '2026-12-04'],
      ['The partner university on joint courses', '2026-12-06', '2026-12-07'],
      ['Open day of languages', '2026-12-17', '2026-12-17'],
      ['Return visit to the partner city', '2026-12-22', '2026-12-24'],
    ]);
  });

  it('finds what is to be done this morning, and what happens today and tomorrow', async () => {
    const titles = async (path: string) => (await list(path)).map(({ title }) => title.en ?? title);
    expect(await titles('/v1/follow-ups?due=overdue')).toEqual(['Name the interpreter for the university']);
    expect(await titles('/v1/follow-ups?due=today')).toEqual(['Print the programme of work for the signing']);
    expect(await titles('/v1/agenda-items?from=2026-11-27&to=2026-11-28')).toEqual([
      'Welcome by the mayor',
      'Talks on mobility',
      'Signing of the programme of work',
      'Farewell lunch',
    ]);
  });

  it('finds forums in the calendar that anybody can subscribe to', async () => {
    const { text } = await office.stranger.get('/v1/calendars/forums.ics', { 'accept-language': 'en' });
    expect(text.match(/^SUMMARY.*$/gm)?.map((line) => line.trim())).toEqual([
      'SUMMARY:Conference of the partner cities',
      'SUMMARY:Open day of languages',
    ]);
  });

  it('finds everything as it was left, when it is started again on another day', async () => {
    const [visit] = await list('/v1/visits?q=joint courses');
    const { headers } = await office.get(`/v1/visits/${visit.id}`);
    const moved = { starts: '2026-12-08', ends: '2026-12-09' };
    await office.patch(`/v1/visits/${visit.id}`, moved, { 'if-match': headers.etag! });
    const before = [await versions('/v1/events'), await versions('/v1/follow-ups')];
    office.setTime('2026-11-30T08:00:00Z');
    await openDemo(office);
    expect([await versions('/v1/events'), await versions('/v1/follow-ups')]).toEqual(before);
  }, 30_000);

  it('finds something coming again, when all of that is over', async () => {
    const before = await list('/v1/events?to=2026-12-31&limit=200');
    office.setTime('2027-02-01T08:00:00Z');
    await openDemo(office);
    expect((await daysFrom('2027-02-01')).length).toBe(5);
    expect(await list('/v1/events?to=2026-12-31&limit=200')).toEqual(before);
  }, 30_000);
});
