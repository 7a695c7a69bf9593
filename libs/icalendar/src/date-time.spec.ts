import { describe, expect, it } from '@jest/globals';
import { writeDate, writeInstant, writeLocalTime } from './date-time.js';

const date = Temporal.PlainDate.from('2018-07-12');
const time = Temporal.PlainDateTime.from('2018-07-12T10:00:30.75');
const instant = Temporal.Instant.from('2018-07-12T08:00:30.75Z');

describe('a date or a time', () => {
  it('is written without separators and without parts of a second', () => {
    expect([writeDate(date), writeLocalTime(time), writeInstant(instant)]).toEqual([
      '20180712',
      '20180712T100030',
      '20180712T080030Z',
    ]);
  });

  it('is written in the calendar of the standard, whichever it is told in', () => {
    expect([writeDate(date.withCalendar('chinese')), writeLocalTime(time.withCalendar('chinese'))]).toEqual([
      '20180712',
      '20180712T100030',
    ]);
  });

  it.each(['+010000-01-01', '-000001-12-31'])('has a year from 0 to 9999, which %s has not', (written) => {
    expect(() => writeDate(Temporal.PlainDate.from(written))).toThrow(
      new RangeError(`iCalendar has no room for the year of ${written}`),
    );
  });
});
