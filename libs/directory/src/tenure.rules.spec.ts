import { expect, it } from '@jest/globals';
import { tenureErrors } from './tenure.rules.js';

it.each([
  {},
  { since: '2016' },
  { until: '2018' },
  { since: null, until: null },
  { since: '2018-07', until: '2018' },
  { since: '2018-07-12', until: '2018-07-12' },
])('A tenure may be %j', (tenure) => {
  expect(tenureErrors(tenure)).toEqual([]);
});

it('A tenure does not end before it began', () => {
  expect(tenureErrors({ since: '2018-07', until: '2017' }, '/positions/1')).toEqual([
    { pointer: '/positions/1/until', detail: 'It cannot end before it began.', code: 'until-before-since' },
  ]);
});
