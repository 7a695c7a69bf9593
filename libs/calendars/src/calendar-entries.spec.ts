import { describe, expect, it } from '@jest/globals';
import { type Style, toEventEntry, toItemEntry } from './calendar-entries.js';
import type { EventRow, ItemRow } from './calendar-rows.js';
import { wordsIn } from './calendar.rules.js';

const style: Style = {
  words: wordsIn(['en']),
  showsCancelled: false,
  publicPageUrl: 'https://example.org/{kind}s/{id}',
};
const marked: Style = { ...style, words: wordsIn(['it']), showsCancelled: true };

const venue = {
  latitude: 40.8054,
  longitude: 14.1722,
  way: [
    { kind: 'venue', name: 'Città della Scienza', address: 'Via Coroglio 104' },
    { kind: 'city', name: 'Naples', address: null },
  ],
};

const forum: EventRow = {
  id: '019a8f3e-4c00-7000-8000-000000000001',
  kind: 'forum',
  isPublic: true,
  uid: 'forum@example.org',
  sequence: 3,
  createdAt: '2026-11-01T09:00:00.000Z',
  changedAt: '2026-11-22T09:00:00.000Z',
  status: 'confirmed',
  name: 'Zhongguancun Forum',
  timeZone: 'Europe/Rome',
  place: venue,
  stops: ['Naples', 'Rome'],
  topics: [{ name: 'Big data' }, { name: 'Robotics' }],
  starts: '2027-03-10',
  ends: '2027-03-14',
  summary: 'A week of meetings.',
  theme: 'Innovation',
  parentUid: null,
  agendaComplete: true,
  programme: [],
  parts: [],
  hosts: [],
};

const item: ItemRow = {
  ...forum,
  uid: 'item@example.org',
  name: 'Opening',
  startsAt: '2027-03-10T08:00:00.000Z',
  endsAt: '2027-03-10T09:30:00.000Z',
  on: null,
  standing: 'stands',
  abstract: 'Three speeches.',
};

describe('the entry of a forum', () => {
  it('tells what, when and where', () => {
    const { when, ...entry } = toEventEntry(forum, style)!;
    expect(daysOf({ when })).toBe('2027-03-10 to 2027-03-14');
    expect(entry).toEqual({
      uid: 'forum@example.org',
      sequence: 3,
      created: Temporal.Instant.from('2026-11-01T09:00Z'),
      changed: Temporal.Instant.from('2026-11-22T09:00Z'),
      status: 'CONFIRMED',
      transparent: true,
      summary: 'Zhongguancun Forum',
      description:
        'A week of meetings.\n\nInnovation\n\nhttps://example.org/forums/019a8f3e-4c00-7000-8000-000000000001',
      location: 'Città della Scienza, Via Coroglio 104, Naples',
      relatedTo: undefined,
      geo: { latitude: 40.8054, longitude: 14.1722 },
      categories: ['Big data', 'Robotics'],
      url: 'https://example.org/forums/019a8f3e-4c00-7000-8000-000000000001',
    });
  });

  it('names the places of its legs where it has none of its own', () => {
    const entry = toEventEntry({ ...forum, place: null, stops: ['Naples', 'Rome', 'Naples'] }, style);
    expect([entry!.location, entry!.geo]).toEqual(['Naples, Rome', undefined]);
  });

  it.each([
    ['it is not public', { isPublic: false }, style],
    ['there are no such pages', {}, { ...style, publicPageUrl: undefined }],
  ])('has no page for people where %s', (_, difference, without) => {
    const { url, description } = toEventEntry({ ...forum, ...difference }, without)!;
    expect([url, description]).toEqual([undefined, 'A week of meetings.\n\nInnovation']);
  });

  it('names what it is part of', () => {
    expect(toEventEntry({ ...forum, parentUid: 'week@example.org' }, style)!.relatedTo).toBe(
      'week@example.org',
    );
  });

  it('is of one day where no end is given', () => {
    expect(daysOf(toEventEntry({ ...forum, ends: null }, style)!)).toBe('2027-03-10 to 2027-03-10');
  });

  it.each(['0001-01-01', '9999-12-30'])('may be as far away as days can be written: %s', (day) => {
    expect(daysOf(toEventEntry({ ...forum, starts: day, ends: day }, style)!)).toBe(`${day} to ${day}`);
  });

  it.each([
    [null, null],
    [null, '2027-03-14'],
    ['2027-03', '2027-03'],
    ['2027', null],
    ['2027-03-10', '2027-03'],
    ['2027-03-10?', '2027-03-14'],
    ['2027-03-10', '2027-03-14~'],
    ['9999-12-31', '9999-12-31'],
    ['2027-03-14', '2027-03-10'],
  ])('is left out with the dates %s to %s', (starts, ends) => {
    expect(toEventEntry({ ...forum, starts, ends }, style)).toBeNull();
  });

  it('stays as cancelled', () => {
    const { status, summary } = toEventEntry({ ...forum, status: 'cancelled' }, style)!;
    expect([status, summary]).toEqual(['CANCELLED', 'Zhongguancun Forum']);
  });

  it('stays in sight with a marked title where that is asked for', () => {
    const { status, summary } = toEventEntry({ ...forum, status: 'cancelled' }, marked)!;
    expect([status, summary]).toEqual(['TENTATIVE', 'Annullato: Zhongguancun Forum']);
  });

  it('is not marked where it takes place', () => {
    expect(toEventEntry(forum, marked)!.summary).toBe('Zhongguancun Forum');
  });
});

describe('the entry of an agenda item', () => {
  it('stands at its hours, in the zone of its place, under its event', () => {
    const entry = toItemEntry(item, forum, style)!;
    expect(entry).toMatchObject({ summary: 'Opening', description: 'Three speeches.', transparent: false });
    expect([entry.relatedTo, entry.url]).toEqual(['forum@example.org', undefined]);
    expect(JSON.parse(JSON.stringify(entry.when))).toEqual({
      from: '2027-03-10T08:00:00Z',
      until: '2027-03-10T09:30:00Z',
      timeZone: 'Europe/Rome',
    });
  });

  it('is where its event is, unless it has a place', () => {
    const room = { latitude: null, longitude: null, way: [{ kind: 'room', name: 'Hall B', address: null }] };
    expect(toItemEntry({ ...item, place: room }, forum, style)).toMatchObject({
      location: 'Hall B',
      geo: undefined,
    });
    expect(toItemEntry({ ...item, place: null }, forum, style)).toMatchObject({
      location: 'Città della Scienza, Via Coroglio 104, Naples',
      geo: { latitude: 40.8054, longitude: 14.1722 },
    });
    expect(toItemEntry({ ...item, place: null }, { ...forum, place: null }, style)).toMatchObject({
      location: 'Naples, Rome',
      geo: undefined,
    });
  });

  it('stands on its day where no hour is known', () => {
    const entry = toItemEntry({ ...item, startsAt: null, endsAt: null, on: '2027-03-11' }, forum, style);
    expect(daysOf(entry!)).toBe('2027-03-11 to 2027-03-11');
  });

  it.each([null, '2027-03', '2027-03-11?'])('is left out on the day %s', (on) => {
    expect(toItemEntry({ ...item, startsAt: null, endsAt: null, on }, forum, style)).toBeNull();
  });

  it.each([
    ['0001-01-01T00:00:00.000Z', null],
    ['2027-03-10T08:00:00.000Z', '9999-12-31T23:30:00.000Z'],
  ])('is left out from %s to %s, for which there is no room', (startsAt, endsAt) => {
    expect(toItemEntry({ ...item, startsAt, endsAt }, forum, style)).toBeNull();
  });

  it.each([
    ['stands', 'confirmed', 'CONFIRMED', false],
    ['stands', 'proposed', 'TENTATIVE', false],
    ['tentative', 'confirmed', 'TENTATIVE', true],
    ['off', 'confirmed', 'CANCELLED', true],
  ] as const)('that %s and is %s is %s, and leaves time free: %s', (standing, status, shown, isFree) => {
    const entry = toItemEntry({ ...item, standing, status }, forum, style)!;
    expect([entry.status, entry.transparent]).toEqual([shown, isFree]);
  });
});

function daysOf({ when }: { when: object }): string {
  const { first, last } = (when as { days: { first: unknown; last: unknown } }).days;
  return `${first} to ${last}`;
}
