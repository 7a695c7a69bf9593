import { describe, expect, it } from '@jest/globals';
import { readTime, timesAfter, timesAt } from './item-time.rules.js';

const at = (instant: string): Date => new Date(instant);

describe('A time at a place', () => {
  it.each([
    ['2027-05-10T10:00', 'Europe/Rome', '2027-05-10T08:00Z', '2027-05-10T10:00:00'],
    ['2027-05-10T10:00:30', 'Asia/Shanghai', '2027-05-10T02:00:30Z', '2027-05-10T10:00:30'],
    ['2027-03-28T02:30', 'Europe/Rome', '2027-03-28T01:30Z', '2027-03-28T03:30:00'],
    ['2027-10-31T02:30', 'Europe/Rome', '2027-10-31T00:30Z', '2027-10-31T02:30:00'],
  ])('is what the clocks show, written %s in %s', (text, zone, instant, local) => {
    expect(readTime(text, zone)).toEqual({ at: at(instant), local, offset: null });
  });

  it.each([
    ['2027-05-10T10:00:00+02:00', 'Europe/Rome', '2027-05-10T10:00:00', null],
    ['2027-10-31T02:30:00+01:00', 'Europe/Rome', '2027-10-31T02:30:00', null],
    ['2027-05-10T10:00:00+02:00', 'Asia/Tokyo', '2027-05-10T17:00:00', '+02:00'],
    ['2027-01-10T10:00:00+02:00', 'Europe/Rome', '2027-01-10T09:00:00', '+02:00'],
    ['2027-05-10T10:00:00Z', 'Asia/Tokyo', '2027-05-10T19:00:00', null],
    ['2027-05-10T10:00:00-00:00', 'Asia/Tokyo', '2027-05-10T19:00:00', null],
    ['2027-05-10T10:00:00+00:00', 'Asia/Tokyo', '2027-05-10T19:00:00', '+00:00'],
  ])(
    'is an instant, written %s in %s, and keeps an offset that clocks there do not have',
    (text, zone, local, offset) => {
      expect(readTime(text, zone)).toEqual({ at: at(text), local, offset });
    },
  );
});

describe('The time of an item', () => {
  const inRome = timesAt(
    { startsAt: '2027-05-10T10:00:00+02:00', endsAt: '2027-05-10T11:00' },
    'Europe/Rome',
  );

  it('is at the place where it is recorded', () => {
    expect(inRome).toEqual({
      startsAt: at('2027-05-10T08:00Z'),
      startsLocal: '2027-05-10T10:00:00',
      startsOffset: null,
      endsAt: at('2027-05-10T09:00Z'),
      endsLocal: '2027-05-10T11:00:00',
      endsOffset: null,
      onDate: null,
      dayStartsAt: null,
      timeZone: 'Europe/Rome',
      zoneChanged: false,
    });
  });

  it('stays what the clocks show where its place has another zone', () => {
    const { startsAt, startsLocal, endsAt, timeZone } = timesAfter(inRome, {}, 'Asia/Tokyo');
    expect([startsAt, startsLocal, endsAt, timeZone]).toEqual([
      at('2027-05-10T01:00Z'),
      '2027-05-10T10:00:00',
      at('2027-05-10T02:00Z'),
      'Asia/Tokyo',
    ]);
  });

  it('stays the instant where it was given with an offset that the clocks did not have', () => {
    const given = timesAt({ startsAt: '2027-05-10T10:00:00+06:00' }, 'Asia/Shanghai');
    expect([given.startsLocal, given.startsOffset]).toEqual(['2027-05-10T12:00:00', '+06:00']);
    const elsewhere = timesAfter(given, {}, 'Asia/Tokyo');
    expect([elsewhere.startsAt, elsewhere.startsLocal, elsewhere.startsOffset]).toEqual([
      given.startsAt,
      '2027-05-10T13:00:00',
      '+06:00',
    ]);
    const corrected = timesAfter(elsewhere, {}, 'Asia/Urumqi');
    expect([corrected.startsAt, corrected.startsLocal, corrected.startsOffset]).toEqual([
      given.startsAt,
      '2027-05-10T10:00:00',
      null,
    ]);
  });

  it('changes as far as a change says', () => {
    const second = timesAt({ startsAt: '2027-10-31T02:30:00+01:00' }, 'Europe/Rome');
    const later = timesAfter(second, { endsAt: '2027-10-31T04:00' }, 'Europe/Rome');
    expect([later.startsAt, later.endsAt]).toEqual([at('2027-10-31T01:30Z'), at('2027-10-31T03:00Z')]);
    expect(timesAfter(later, { startsAt: null, endsAt: null, on: '2027-10' }, 'Europe/Rome')).toEqual({
      ...timesAt({}, 'Europe/Rome'),
      onDate: '2027-10',
      dayStartsAt: at('2027-09-30T22:00Z'),
    });
  });

  it('forgets that it could not be corrected once it is said anew', () => {
    const stuck = { ...inRome, zoneChanged: true };
    expect(timesAfter(stuck, {}, 'Europe/Rome').zoneChanged).toBe(true);
    expect(timesAfter(stuck, { startsAt: '2027-05-10T10:00' }, 'Europe/Rome').zoneChanged).toBe(false);
    expect(timesAfter(stuck, {}, 'Asia/Tokyo').zoneChanged).toBe(false);
  });

  it('is in UTC where no zone is known', () => {
    expect(timesAt({ on: '2027-05-10' }, null).dayStartsAt).toEqual(at('2027-05-10'));
    expect(timesAt({ startsAt: '2027-05-10T10:00' }, null).startsAt).toEqual(at('2027-05-10T10:00Z'));
  });
});
