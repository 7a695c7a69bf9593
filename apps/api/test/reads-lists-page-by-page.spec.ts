import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

/** Every list with its orders. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  '/v1/places': ['name', '-updated'],
  '/v1/topics': ['name', '-updated'],
  '/v1/organizations': ['name', '-updated'],
  '/v1/people': ['name', '-updated'],
  '/v1/delegations': ['name', '-updated'],
  '/v1/forum-series': ['name', '-updated'],
  '/v1/events': ['-date', 'date', 'name', '-updated'],
  '/v1/visits': ['-date', 'date', 'name', '-updated'],
  '/v1/forums': ['-date', 'date', 'name', '-updated'],
};

// Few names and days, so that many records share a key.
const NAMES = ['Torino', 'torino', 'Törinò', '北京', '北京市', 'a'.repeat(300), `"'\\%_`];
const DAYS = [null, '2018', '2018-12', '2018-12-31', '2018-12-31?'];

describe('reading lists page by page', () => {
  let office: Office;
  let place: Recorded;
  let visit: Recorded;
  let delegation: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2018-12-31T09:00:00Z');
    place = await office.record('/v1/places', { names: named('Torino'), kind: 'city' });
    for (const [index, name] of [...NAMES, ...NAMES].entries()) await recordOneOfEach(index, name);
    const agenda = Array.from({ length: 9 }, (_, at) => ({
      kind: 'meeting',
      title: { en: `Meeting ${at}` },
      position: at % 3,
    }));
    const group = { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } };
    const participants = Array.from({ length: 9 }, () => ({ group, side: 'guest', role: 'attendee' }));
    visit = await office.record('/v1/visits', { names: named('Torino'), agenda, participants });
    const members = Array.from({ length: 9 }, (_, at) => ({
      placeholder: { en: 'guest' },
      precedence: (at % 3) + 1,
    }));
    delegation = await office.record('/v1/delegations', { names: named('Torino'), members });
  });

  afterAll(() => office.close());

  const recordOneOfEach = async (index: number, name: string): Promise<void> => {
    const names = named(name);
    const event = { names, starts: DAYS[index % DAYS.length], placeId: place.id };
    await Promise.all([
      office.record('/v1/places', { names, kind: 'city' }),
      office.record('/v1/topics', { names }),
      office.record('/v1/organizations', { names, kind: 'other' }),
      office.record('/v1/people', { names }),
      office.record('/v1/delegations', { names }),
      office.record('/v1/forum-series', { names }),
      office.record('/v1/visits', event),
      office.record('/v1/forums', event),
    ]);
  };

  /** Every record of a list, read in pages of one size, and how many pages that took. */
  const walk = async (list: string, limit: number): Promise<string[][]> => {
    const pages: string[][] = [];
    let next: string | undefined = `${list}limit=${limit}`;
    while (next) {
      const { body, headers } = await office.get(next);
      pages.push(body.items.map(({ id }: Recorded) => id));
      next = headers.link?.slice(1, headers.link.indexOf('>'));
    }
    return pages;
  };

  const walksOnce = async (list: string): Promise<void> => {
    const [whole] = await walk(list, 200);
    expect(new Set(whole).size).toBe(whole!.length);
    const walksIn = async (limit: number): Promise<void> => {
      const pages = await walk(list, limit);
      expect([pages.flat(), pages.length]).toEqual([whole, Math.ceil(whole!.length / limit)]);
    };
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: whole!.length + 1 }), walksIn), {
      numRuns: 3,
    });
  };

  it.each(Object.entries(LISTS).flatMap(([list, sorts]) => sorts.map((sort) => [list, sort] as const)))(
    'shows every record of %s once, in the order %s',
    (list, sort) => walksOnce(`${list}?sort=${sort}&`),
  );

  it.each(['-date', 'date', 'name', '-updated'])(
    'shows every event of a place once, in the order %s',
    (sort) => walksOnce(`/v1/events?place=${place.id}&sort=${sort}&`),
  );

  it.each(['q=torino', 'dated=true', 'from=2018-12-31&to=2018-12-31', 'status=requested&status=announced'])(
    'shows every event that is found by %s once',
    (query) => walksOnce(`/v1/events?${query}&`),
  );

  it('shows every part of a record once', async () => {
    await walksOnce(`${visit.at}/agenda?`);
    await walksOnce(`${visit.at}/participants?`);
    await walksOnce(`${delegation.at}/members?`);
  });

  it('reads on where a record that was shown is put away, and one is added before', async () => {
    const [shown, rest] = await walk('/v1/topics?', 13);
    const { body } = await office.get('/v1/topics?limit=13');
    await office.delete(`/v1/topics/${shown![12]}`, { 'if-match': '*' });
    await office.record('/v1/topics', { names: named('0 comes first') });
    const next = await office.get(`/v1/topics?limit=13&cursor=${body.nextCursor}`);
    expect(next.body.items.map(({ id }: Recorded) => id)).toEqual(rest);
  });
});
