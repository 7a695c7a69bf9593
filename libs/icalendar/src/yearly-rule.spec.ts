import { describe, expect, it } from '@jest/globals';
import { findYearlyRule } from './yearly-rule.js';

const at = (text: string) => Temporal.PlainDateTime.from(text);
const lastSundaysOfMarch = ['2022-03-27T02:00', '2023-03-26T02:00', '2024-03-31T02:00'];

/** The rule of these onsets and how many of them it gives. */
function ruleOf(...onsets: string[]): [string, number] {
  const { recurrence, count } = findYearlyRule(onsets.map(at));
  return [recurrence, count];
}

describe('a yearly rule', () => {
  it('is found where onsets are the last weekday of a month', () => {
    expect(ruleOf(...lastSundaysOfMarch)).toEqual(['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 3]);
  });

  it('is found where onsets are the same numbered weekday of a month', () => {
    expect(ruleOf('2023-03-12T02:00', '2024-03-10T02:00')).toEqual(['FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 2]);
  });

  it.each([
    ['1MO', '2023-05-01', '2024-05-06'],
    ['1TU', '2023-05-02', '2024-05-07'],
    ['1WE', '2023-05-03', '2024-05-01'],
    ['1TH', '2023-05-04', '2024-05-02'],
    ['1FR', '2023-05-05', '2024-05-03'],
    ['1SA', '2023-05-06', '2024-05-04'],
    ['1SU', '2023-05-07', '2024-05-05'],
    ['3SU', '2023-05-21', '2024-05-19'],
  ])('calls its weekday by name: %s', (weekday, ...days) => {
    expect(ruleOf(...days)).toEqual([`FREQ=YEARLY;BYMONTH=5;BYDAY=${weekday}`, 2]);
  });

  it('prefers the last weekday to the fourth, unless the fourth gives more', () => {
    expect(ruleOf('2022-03-27T02:00', '2023-03-26T02:00')).toEqual(['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 2]);
    const fourths = ['2022-03-27T02:00', '2023-03-26T02:00', '2024-03-24T02:00'];
    expect(ruleOf(...fourths)).toEqual(['FREQ=YEARLY;BYMONTH=3;BYDAY=4SU', 3]);
  });

  it('ends where a year is missing, or where the hour differs', () => {
    expect(ruleOf('2022-03-27T02:00', '2024-03-31T02:00')[1]).toBe(1);
    expect(ruleOf('2022-03-27T02:00', '2023-03-26T03:00')[1]).toBe(1);
  });

  it('gives its onset in any year', () => {
    expect(`${findYearlyRule(lastSundaysOfMarch.map(at)).onsetIn(1970)}`).toBe('1970-03-29T02:00:00');
  });
});
