import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type MonthlyRule, isMonthly, monthsOf } from './monthly-rule.js';

const LAST = Temporal.PlainDate.from('9999-12-31');
const START = Temporal.PlainDate.from('2026-01-15');

/** The first days of a rule, of which whole steps before `from` are left out. */
function daysOf(rule: MonthlyRule, start = START, from = start, most = 6): string[] {
  const found: string[] = [];
  let months = 0;
  for (const days of monthsOf(rule, start, { first: from, last: LAST })) {
    found.push(...days.map(String));
    if (found.length >= most || ++months > 600) break;
  }
  return found.slice(0, most);
}

describe('a rule by months or years', () => {
  it.each<[string, MonthlyRule, string[]]>([
    ['the day of the start', { freq: 'MONTHLY' }, ['2026-01-15', '2026-02-15', '2026-03-15']],
    ['the last day', { freq: 'MONTHLY', bymonthday: -1 }, ['2026-01-31', '2026-02-28', '2026-03-31']],
    [
      'a day that not every month has',
      { freq: 'MONTHLY', bymonthday: 31 },
      ['2026-01-31', '2026-03-31', '2026-05-31'],
    ],
    [
      'the last working day',
      { freq: 'MONTHLY', byday: ['MO', 'TU', 'WE', 'TH', 'FR'], bysetpos: -1 },
      ['2026-01-30', '2026-02-27', '2026-03-31'],
    ],
    ['the last Sunday', { freq: 'MONTHLY', byday: '-1SU' }, ['2026-01-25', '2026-02-22', '2026-03-29']],
    [
      'Friday the thirteenth',
      { freq: 'MONTHLY', byday: 'FR', bymonthday: 13 },
      ['2026-02-13', '2026-03-13', '2026-11-13'],
    ],
    ['a month of each year', { freq: 'YEARLY', bymonth: 2 }, ['2026-02-15', '2027-02-15', '2028-02-15']],
    [
      'two months of each other year',
      { freq: 'YEARLY', interval: 2, bymonth: [3, 9], byday: '1MO' },
      ['2026-03-02', '2026-09-07', '2028-03-06'],
    ],
  ])('names %s', (_, rule, days) => {
    expect(daysOf(rule, START, START, 3)).toEqual(days);
  });

  it('leaves out whole steps that lie before', () => {
    const from = Temporal.PlainDate.from('2031-05-01');
    expect(daysOf({ freq: 'MONTHLY', interval: 3 }, START, from, 2)).toEqual(['2031-04-15', '2031-07-15']);
    expect(daysOf({ freq: 'YEARLY', interval: 4 }, START, from, 2)).toEqual(['2030-01-15', '2034-01-15']);
  });

  it('ends with the years that calendars can hold', () => {
    const late = Temporal.PlainDate.from('9998-06-30');
    expect(daysOf({ freq: 'YEARLY' }, late, late, 9)).toEqual(['9998-06-30', '9999-06-30']);
  });

  it.each<MonthlyRule>([
    { freq: 'YEARLY', byday: '20MO' },
    { freq: 'YEARLY', bymonthday: 1 },
    { freq: 'YEARLY', bymonth: [1, 2], byday: 'MO', bysetpos: 1 },
    { freq: 'MONTHLY', bymonthday: 32 },
    { freq: 'MONTHLY', bymonthday: 0 },
    { freq: 'MONTHLY', bysetpos: 1 },
    { freq: 'MONTHLY', byday: '6MO' },
    { freq: 'MONTHLY', bymonth: 13 },
    { freq: 'WEEKLY' },
  ])('is not read where it names something else: %j', (rule) => {
    expect(isMonthly(rule)).toBe(false);
  });

  it('names the same as ical.js', () => {
    const weekDay = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const nth = fc
      .tuple(fc.constantFrom('1', '2', '3', '4', '-1', '-2'), weekDay)
      .map((parts) => parts.join(''));
    const named = fc.oneof(
      fc.record({ bymonthday: fc.integer({ min: 1, max: 28 }) }),
      fc.record({ byday: nth }),
    );
    const rules = fc.oneof(
      fc
        .tuple(named, fc.integer({ min: 1, max: 4 }))
        .map(([rest, interval]) => ({ freq: 'MONTHLY', interval, ...rest })),
      fc
        .tuple(named, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 }))
        .map(([rest, interval, bymonth]) => ({ freq: 'YEARLY', interval, bymonth, ...rest })),
    );
    fc.assert(
      fc.property(rules, (rule) => {
        const dates = new ICAL.RecurIterator({
          rule: ICAL.Recur.fromData(rule as unknown as ConstructorParameters<typeof ICAL.Recur>[0]),
          dtstart: ICAL.Time.fromString('2026-01-15', undefined),
        });
        const theirs = Array.from({ length: 6 }, () => dates.next()?.toString());
        expect(daysOf(rule)).toEqual(theirs);
      }),
      { numRuns: 200 },
    );
  });
});
