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

  it('prefers the last weekday to the fourth', () => {
    const onsets = ['2022-03-27T02:00', '2023-03-26T02:00'].map(at);
    expect(findYearlyRule(onsets, at('2023-12-31'))).toBe('FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
  });

  it('is not claimed past the last onset', () => {
    expect(findYearlyRule(lastSundaysOfMarch, at('2025-12-31'))).toBeNull();
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
