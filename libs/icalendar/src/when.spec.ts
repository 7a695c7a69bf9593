import { describe, expect, it } from '@jest/globals';
import { type When, writeWhen } from './when.js';

const at = (text: string) => Temporal.Instant.from(text);

describe('the time of an entry', () => {
  it('of whole days ends on the day after the last', () => {
    const days = {
      first: Temporal.PlainDate.from('2024-05-10'),
      last: Temporal.PlainDate.from('2024-05-14'),
    };
    expect(writeWhen({ days })).toEqual(['DTSTART;VALUE=DATE:20240510', 'DTEND;VALUE=DATE:20240515']);
  });

  it('is the local time of its place', () => {
    expect(writeWhen(hourIn('Europe/Rome'))).toEqual([
      'DTSTART;TZID=Europe/Rome:20180712T100000',
      'DTEND;TZID=Europe/Rome:20180712T110000',
    ]);
  });

  it('has no end where none is known, nor where it ends as it begins', () => {
    const from = at('2018-07-12T08:00Z');
    const expected = ['DTSTART;TZID=Europe/Rome:20180712T100000'];
    expect(writeWhen({ from, until: null, timeZone: 'Europe/Rome' })).toEqual(expected);
    expect(writeWhen({ from, until: from, timeZone: 'Europe/Rome' })).toEqual(expected);
  });

  it('in UTC ends in Z', () => {
    expect(writeWhen(hourIn('UTC'))).toEqual(['DTSTART:20180712T080000Z', 'DTEND:20180712T090000Z']);
  });

  it('is in UTC when clocks show an end of it twice', () => {
    const when = { from: at('2024-10-26T23:30Z'), until: at('2024-10-27T00:30Z'), timeZone: 'Europe/Rome' };
    expect(writeWhen(when)).toEqual(['DTSTART:20241026T233000Z', 'DTEND:20241027T003000Z']);
  });

  it('cannot end before it begins, nor lie beyond the year 9999', () => {
    const [earlier, later] = [Temporal.PlainDate.from('2024-05-10'), Temporal.PlainDate.from('2024-05-14')];
    expect(() => writeWhen({ days: { first: later, last: earlier } })).toThrow(
      new RangeError('The end lies before the beginning: 2024-05-14 to 2024-05-10'),
    );
    const [from, until] = [at('2024-05-10T10:00Z'), at('2024-05-10T09:00Z')];
    expect(() => writeWhen({ from, until, timeZone: 'UTC' })).toThrow(
      new RangeError('The end lies before the beginning: 2024-05-10T10:00:00Z to 2024-05-10T09:00:00Z'),
    );
    expect(() => writeWhen({ from: at('+010000-01-01T00:00Z'), until: null, timeZone: 'UTC' })).toThrow(
      RangeError,
    );
  });
});

function hourIn(timeZone: string): When {
  return { from: at('2018-07-12T08:00Z'), until: at('2018-07-12T09:00Z'), timeZone };
}
