import { expect, it } from '@jest/globals';
import { tenureErrors } from './tenure.rules.js';

it.each([
  {},
  { since: '9999' },
  { until: '0001' },
  { since: null, until: null },
  { since: null, until: '0001' },
  { since: '9999', until: null },
  { since: '2018-07', until: '2018' },
  { since: '2018-07-31', until: '2018-07' },
  { since: '2018-07-12', until: '2018-07-12' },
])('A tenure may be %j', (tenure) => {
  expect(tenureErrors(tenure)).toEqual([]);
});

it.each([
  ['2018-07', '2017'],
  ['2018-07-12', '2018-07-11'],
])('A tenure from %s does not end by %s', (since, until) => {
  expect(tenureErrors({ since, until })).toEqual([
    { pointer: '/until', detail: 'It cannot end before it began.', code: 'until-before-since' },
  ]);
});

it('A tenure is at fault where it stands in the body', () => {
  const [error] = tenureErrors({ since: '2018', until: '2017' }, '/positions/1');
  expect(error!.pointer).toBe('/positions/1/until');
});
