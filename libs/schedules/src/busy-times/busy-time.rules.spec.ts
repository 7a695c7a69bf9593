import { describe, expect, it } from '@jest/globals';
import { daysErrors } from './busy-time.rules.js';

describe('The range of a schedule', () => {
  it.each([
    ['2018-07-12', '2018-07-12'],
    ['2018-07-12', '2018-07-13'],
    ['2020-01-01', '2020-12-31'],
    ['2018-01-01', '2019-01-01'],
  ])('can be %s to %s', (from, to) => {
    expect(daysErrors({ from, to })).toEqual([]);
  });

  const backwards = { code: 'end-before-start', detail: 'The last day is before the first.' };
  const long = (days: number) => ({
    code: 'too-long',
    detail: `A schedule shows at most 366 days; these are ${days}.`,
  });

  it.each([
    ['2018-07-12', '2018-07-11', backwards],
    ['2019-01-01', '2018-12-31', backwards],
    ['2018-01-01', '2019-01-02', long(367)],
    ['2020-01-01', '2021-01-01', long(367)],
    ['2018-07-12', '2020-07-12', long(732)],
  ])('cannot be %s to %s: %j', (from, to, error) => {
    expect(daysErrors({ from, to })).toEqual([{ pointer: '?to', ...error }]);
  });
});
