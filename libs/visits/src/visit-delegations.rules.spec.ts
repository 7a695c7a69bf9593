import { describe, expect, it } from '@jest/globals';
import { type DelegationDates, delegationDatesErrors } from './visit-delegations.rules.js';

describe('the dates of the delegations of a visit', () => {
  const found = (dates: readonly DelegationDates[]) =>
    delegationDatesErrors(dates, ['a', 'b']).map(({ pointer, code }) => `${pointer} ${code}`);

  it.each<[DelegationDates[]]>([
    [[]],
    [[{ delegationId: 'a' }]],
    [[{ delegationId: 'a', starts: null, ends: '2018-07' }]],
    [
      [
        { delegationId: 'b', starts: '2018-07-12', ends: '2018-07-12' },
        { delegationId: 'a', starts: '2018-07', ends: '2018-07-01' },
      ],
    ],
  ])('can be %j', (dates) => {
    expect(found(dates)).toEqual([]);
  });

  it('are of delegations of the visit, each once, and do not end before they start', () => {
    const dates = [
      { delegationId: 'a' },
      { delegationId: 'c', starts: '2018-07-13', ends: '2018-07-12' },
      { delegationId: 'a' },
    ];
    expect(delegationDatesErrors(dates, ['a', 'b'])).toEqual([
      {
        pointer: '/delegationDates/1/delegationId',
        detail: 'This delegation is not on the visit.',
        code: 'other-delegation',
      },
      {
        pointer: '/delegationDates/1/ends',
        detail: 'The end, 2018-07-12, is before the start, 2018-07-13.',
        code: 'end-before-start',
      },
      {
        pointer: '/delegationDates/2/delegationId',
        detail: 'The dates of this delegation are given twice.',
        code: 'delegation-twice',
      },
    ]);
  });
});
