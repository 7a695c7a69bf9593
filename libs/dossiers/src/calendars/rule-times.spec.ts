import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { DoubtfulRule } from './doubtful-rule.js';
import { type SaidRule, readRule } from './repetition-rule.js';
import { timesOf } from './rule-times.js';

const LAST = Temporal.PlainDate.from('9999-12-31');
const DAY = '2026-01-15';
const TIME = '2026-01-15T09:30:00';

function said(text: string): SaidRule {
  const property = ICAL.Property.fromString(`RRULE:${text}`, ICAL.design.icalendar);
  return (property.toJSON() as unknown[])[3] as SaidRule;
}

/** The first times of a rule, of which whole steps before `from` are left out. */
function firstOf(text: string, start: string, most = 3, from = start.slice(0, 10)): string[] {
  const found: string[] = [];
  let looked = 0;
  const wanted = { first: Temporal.PlainDate.from(from), last: LAST };
  for (const some of timesOf(readRule(said(text), start.length === 10), start, wanted)) {
    found.push(...some.times);
    looked += some.looked;
    if (found.length >= most || looked > 100_000) break;
  }
  return found.slice(0, most);
}

describe('a rule of repetition comes true', () => {
  it.each<[string, string, string[]]>([
    ['on the day of the start', 'FREQ=MONTHLY', ['2026-01-15', '2026-02-15', '2026-03-15']],
    ['on the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', ['2026-01-31', '2026-02-28', '2026-03-31']],
    [
      'on a day that not every month has',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      ['2026-01-31', '2026-03-31', '2026-05-31'],
    ],
    [
      'on the last working day',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      ['2026-01-30', '2026-02-27', '2026-03-31'],
    ],
    ['on the last Sunday', 'FREQ=MONTHLY;BYDAY=-1SU', ['2026-01-25', '2026-02-22', '2026-03-29']],
    [
      'on Friday the thirteenth',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      ['2026-02-13', '2026-03-13', '2026-11-13'],
    ],
    ['in a month of each year', 'FREQ=YEARLY;BYMONTH=2', ['2026-02-15', '2027-02-15', '2028-02-15']],
    [
      'in two months of each other year',
      'FREQ=YEARLY;INTERVAL=2;BYMONTH=3,9;BYDAY=1MO',
      ['2026-03-02', '2026-09-07', '2028-03-06'],
    ],
    ['on a day of every month', 'FREQ=YEARLY;BYMONTHDAY=2', ['2026-02-02', '2026-03-02', '2026-04-02']],
    ['on the 20th Monday', 'FREQ=YEARLY;BYDAY=20MO', ['2026-05-18', '2027-05-17', '2028-05-15']],
    ['on the last Monday of the year', 'FREQ=YEARLY;BYDAY=-1MO', ['2026-12-28', '2027-12-27', '2028-12-25']],
    [
      'on numbered days of the year',
      'FREQ=YEARLY;BYYEARDAY=100,-1',
      ['2026-04-10', '2026-12-31', '2027-04-10'],
    ],
    ['on a day of leap years', 'FREQ=YEARLY;BYYEARDAY=366', ['2028-12-31', '2032-12-31', '2036-12-31']],
    ['on a day of a week', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', ['2026-05-11', '2027-05-17', '2028-05-15']],
    [
      'on the day of the start in a week',
      'FREQ=YEARLY;BYWEEKNO=20',
      ['2026-05-14', '2027-05-20', '2028-05-18'],
    ],
    [
      'in a week that only some years have',
      'FREQ=YEARLY;BYWEEKNO=53;BYDAY=WE',
      ['2026-12-30', '2032-12-29', '2037-12-30'],
    ],
    [
      'in the last week, however many there are',
      'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=WE',
      ['2026-12-30', '2027-12-29', '2028-12-27'],
    ],
    [
      'in weeks that begin with Sunday',
      'FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU',
      ['2027-01-03', '2028-01-02', '2028-12-31'],
    ],
    [
      'at places among the days of the year',
      'FREQ=YEARLY;BYMONTH=6,7;BYDAY=MO;BYSETPOS=1,-1',
      ['2026-06-01', '2026-07-27', '2027-06-07'],
    ],
    [
      'in each other week, which begins with Monday or Sunday',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
      ['2026-01-25', '2026-01-26', '2026-02-08'],
    ],
    ['on some days of some weeks', 'FREQ=WEEKLY;BYMONTH=3', ['2026-03-05', '2026-03-12', '2026-03-19']],
    [
      'on the day of an election',
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      ['2026-11-03', '2030-11-05', '2034-11-07'],
    ],
    [
      'on days that are limited',
      'FREQ=DAILY;BYMONTHDAY=1;BYDAY=SU',
      ['2026-02-01', '2026-03-01', '2026-11-01'],
    ],
    ['once, and then beyond all years', 'FREQ=DAILY;INTERVAL=999999999', [DAY]],
    ['never', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', []],
  ])('%s: %s', (_, rule, days) => {
    expect(firstOf(rule, DAY)).toEqual(days);
  });

  it.each<[string, string, string[]]>([
    ['at the time of the start', 'FREQ=YEARLY', ['2026-01-15T09:30:00', '2027-01-15T09:30:00']],
    ['at several times of a day', 'FREQ=DAILY;BYHOUR=14,9', ['2026-01-15T09:30:00', '2026-01-15T14:30:00']],
    [
      'at the last time of a week',
      'FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9,17;BYMINUTE=0;BYSETPOS=-1',
      ['2026-01-16T17:00:00', '2026-01-23T17:00:00'],
    ],
    [
      'every seven hours',
      'FREQ=HOURLY;INTERVAL=7',
      ['2026-01-15T09:30:00', '2026-01-15T16:30:00', '2026-01-15T23:30:00', '2026-01-16T06:30:00'],
    ],
    [
      'within hours that are limited',
      'FREQ=HOURLY;BYHOUR=9,10;BYMINUTE=0,45',
      ['2026-01-15T09:45:00', '2026-01-15T10:00:00', '2026-01-15T10:45:00', '2026-01-16T09:00:00'],
    ],
    [
      'every twenty minutes',
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10',
      [
        '2026-01-15T09:30:00',
        '2026-01-15T09:50:00',
        '2026-01-15T10:10:00',
        '2026-01-15T10:30:00',
        '2026-01-15T10:50:00',
        '2026-01-16T09:10:00',
      ],
    ],
    [
      'every ninety seconds',
      'FREQ=SECONDLY;INTERVAL=90;BYMONTHDAY=15',
      ['2026-01-15T09:30:00', '2026-01-15T09:31:30'],
    ],
    [
      'at the last second of an hour',
      'FREQ=HOURLY;BYMINUTE=58,59;BYSECOND=0,59;BYSETPOS=-1',
      ['2026-01-15T09:59:59', '2026-01-15T10:59:59'],
    ],
    [
      'at one second',
      'FREQ=SECONDLY;BYHOUR=10;BYMINUTE=0;BYSECOND=7',
      ['2026-01-15T10:00:07', '2026-01-16T10:00:07'],
    ],
    [
      'on numbered days of the year',
      'FREQ=MINUTELY;BYYEARDAY=-1;BYHOUR=23;BYMINUTE=59',
      ['2026-12-31T23:59:00', '2027-12-31T23:59:00'],
    ],
  ])('%s: %s', (_, rule, times) => {
    expect(firstOf(rule, TIME, times.length)).toEqual(times);
  });

  it('leaving out whole steps that lie before', () => {
    const later = (rule: string): string[] => firstOf(rule, DAY, 2, '2031-05-01');
    expect(later('FREQ=MONTHLY;INTERVAL=3')).toEqual(['2031-04-15', '2031-07-15']);
    expect(later('FREQ=YEARLY;INTERVAL=4')).toEqual(['2030-01-15', '2034-01-15']);
    expect(later('FREQ=WEEKLY;INTERVAL=5')).toEqual(['2031-04-24', '2031-05-29']);
    expect(later('FREQ=DAILY;INTERVAL=10')).toEqual(['2031-04-29', '2031-05-09']);
    expect(firstOf('FREQ=HOURLY;INTERVAL=100', TIME, 2, '2031-05-01')).toEqual([
      '2031-05-02T17:30:00',
      '2031-05-06T21:30:00',
    ]);
  });

  it('up to the last year that calendars can hold', () => {
    expect(firstOf('FREQ=YEARLY', '9998-06-30', 9)).toEqual(['9998-06-30', '9999-06-30']);
  });
});

describe('a rule is doubtful', () => {
  it.each([
    ['FREQ=MONTHLY;BYWEEKNO=20', 'BYWEEKNO does not go with FREQ=MONTHLY'],
    ['FREQ=DAILY;BYYEARDAY=20', 'BYYEARDAY does not go with FREQ=DAILY'],
    ['FREQ=WEEKLY;BYMONTHDAY=20', 'BYMONTHDAY does not go with FREQ=WEEKLY'],
    ['FREQ=DAILY;BYDAY=1MO', 'Days of the week are numbered in months and years alone'],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO', 'Days of the week are numbered in months and years alone'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'There is no BYDAY=6MO'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'There is no BYMONTHDAY=0'],
    ['FREQ=YEARLY;BYYEARDAY=0', 'There is no BYYEARDAY=0'],
    ['FREQ=DAILY;COUNT=-3', 'There is no COUNT=-3'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS chooses among what nothing else names'],
    ['FREQ=YEARLY;RSCALE=CHINESE', 'It has a part that is not known, RSCALE'],
    ['FREQ=DAILY;BYHOUR=9', 'It names times of the day, and what it repeats lasts whole days'],
    ['FREQ=HOURLY', 'It names times of the day, and what it repeats lasts whole days'],
  ])('%s', (text, why) => {
    expect(() => readRule(said(text), true)).toThrow(new DoubtfulRule(why));
  });

  it.each(['FREQ=DAILY;BYSECOND=61', 'FREQ=DAILY;BYMINUTE=-1', 'FREQ=DAILY;BYHOUR=24'])('%s', (text) => {
    // ical.js takes some of these for what they cannot be, and refuses the others itself.
    expect(() => readRule(said(text), false)).toThrow();
  });

  it('where it names too many times at once', () => {
    const all = (to: number): string => Array.from({ length: to }, (_, at) => at).join(',');
    const every = `BYHOUR=${all(24)};BYMINUTE=${all(60)}`;
    for (const rule of [
      `FREQ=YEARLY;BYDAY=MO;${every}`,
      `FREQ=DAILY;${every};BYSECOND=${all(60)}`,
      'FREQ=SECONDLY',
    ])
      expect(() => firstOf(rule, TIME, 10_000)).toThrow(DoubtfulRule);
  });
});

describe('ical.js', () => {
  const weekDay = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const some = <T>(one: fc.Arbitrary<T>, most = 3): fc.Arbitrary<string> =>
    fc.uniqueArray(one, { minLength: 1, maxLength: most }).map((list) => list.join(','));
  const part = (name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
    value.map((one) => `${name}=${String(one)}`);
  const number = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
  const nth = fc
    .tuple(fc.constantFrom('1', '2', '3', '4', '-1', '-2'), weekDay)
    .map((parts) => parts.join(''));
  const rule = (freq: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(part('INTERVAL', number(1, 4)), ...parts).map((all) => [`FREQ=${freq}`, ...all].join(';'));
  // It takes them as they come.
  const sorted = (most: number): fc.Arbitrary<string> =>
    fc
      .uniqueArray(number(0, most), { minLength: 1, maxLength: 3 })
      .map((list) => list.toSorted((a, b) => a - b).join(','));
  const times = [part('BYHOUR', sorted(23)), part('BYMINUTE', sorted(59))];
  // What it counts as others do, and where it does not search without end.
  const rules = fc.oneof(
    rule('DAILY'),
    rule('DAILY', ...times),
    rule('WEEKLY', part('BYDAY', some(weekDay)), part('WKST', fc.constantFrom('MO', 'SU'))),
    rule('MONTHLY', part('BYMONTHDAY', some(number(1, 28)))),
    rule('MONTHLY', part('BYDAY', some(nth))),
    rule('MONTHLY', part('BYDAY', some(weekDay)), part('BYSETPOS', fc.constantFrom(1, 2, -1))),
    rule('YEARLY', part('BYMONTH', some(number(1, 12))), part('BYMONTHDAY', some(number(1, 28)))),
    rule('YEARLY', part('BYMONTH', number(1, 12)), part('BYDAY', nth)),
    rule('YEARLY', part('BYYEARDAY', some(number(1, 365)))),
    rule('HOURLY'),
    rule('MINUTELY'),
  );

  it('names the same', () => {
    fc.assert(
      fc.property(rules, (text) => {
        const dates = new ICAL.RecurIterator({
          rule: ICAL.Recur.fromString(text),
          dtstart: ICAL.Time.fromString(TIME, undefined),
        });
        const theirs = Array.from({ length: 6 }, () => dates.next()?.toString());
        expect([text, firstOf(text, TIME, 6)]).toEqual([text, theirs]);
      }),
      { numRuns: 300 },
    );
  });
});
