import { describe, expect, it } from '@jest/globals';
import { findYearlyRule } from './yearly-rule.js';

const at = (text: string) => Temporal.PlainDateTime.from(text);
const lastSundaysOfMarch = ['2022-03-27T02:00', '2023-03-26T02:00', '2024-03-31T02:00'].map(at);

describe('a yearly rule', () => {
  it('is found where onsets are the last weekday of a month', () => {
    expect(findYearlyRule(lastSundaysOfMarch, at('2024-12-31'))).toBe('FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
  });

  it('is found where onsets are the same numbered weekday of a month', () => {
    const onsets = ['2023-03-12T02:00', '2024-03-10T02:00'].map(at);
    expect(findYearlyRule(onsets, at('2024-12-31'))).toBe('FREQ=YEARLY;BYMONTH=3;BYDAY=2SU');
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
    expect(findYearlyRule(days.map(at), at('2024-12-31'))).toBe(`FREQ=YEARLY;BYMONTH=5;BYDAY=${weekday}`);
  });

  it('is found up to an end earlier in the year than the onsets, or at the last of them', () => {
    const rule = 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU';
    expect(findYearlyRule(lastSundaysOfMarch, at('2025-01-31'))).toBe(rule);
    expect(findYearlyRule(lastSundaysOfMarch, at('2024-03-31T02:00'))).toBe(rule);
  });

  it('prefers the last weekday to the fourth', () => {
    const onsets = ['2022-03-27T02:00', '2023-03-26T02:00'].map(at);
    expect(findYearlyRule(onsets, at('2023-12-31'))).toBe('FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
  });

  it('is not claimed past the last onset', () => {
    expect(findYearlyRule(lastSundaysOfMarch, at('2025-12-31'))).toBeNull();
  });

  it('is not claimed where onsets lie past the end', () => {
    expect(findYearlyRule(lastSundaysOfMarch, at('2023-12-31'))).toBeNull();
  });

  it('is not claimed where a year is missing', () => {
    expect(findYearlyRule([lastSundaysOfMarch[0]!, lastSundaysOfMarch[2]!], at('2024-12-31'))).toBeNull();
  });

  it('is not claimed where the hour differs', () => {
    const onsets = ['2022-03-27T02:00', '2023-03-26T03:00'].map(at);
    expect(findYearlyRule(onsets, at('2023-12-31'))).toBeNull();
  });

  it('is not claimed from a single onset', () => {
    expect(findYearlyRule(lastSundaysOfMarch.slice(0, 1), at('2022-12-31'))).toBeNull();
  });
});
