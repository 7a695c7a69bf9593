import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, movesFrom, statesOf } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import { delegationLifecycle, missingForMove } from './delegation.rules.js';

describe('The lifecycle of a delegation', () => {
  it('is sound', () => {
    expect(lifecycleProblems(delegationLifecycle)).toEqual([]);
  });

  it('leads into each status from these', () => {
    const underWay = ['draft', 'nominated', 'confirmed', 'arrived'];
    expect(delegationLifecycle.initial).toBe('draft');
    expect(waysInto(delegationLifecycle)).toEqual({
      draft: ['withdrawn', 'cancelled'],
      nominated: ['draft'],
      confirmed: ['nominated'],
      arrived: ['confirmed'],
      departed: ['arrived'],
      withdrawn: underWay,
      cancelled: underWay,
    });
  });

  it('lets a delegation be withdrawn or cancelled until it has departed', () => {
    for (const status of ['draft', 'nominated', 'confirmed', 'arrived'] as const)
      expect(movesFrom(delegationLifecycle, status)).toEqual(
        expect.arrayContaining(['withdrawn', 'cancelled']),
      );
    expect(movesFrom(delegationLifecycle, 'departed')).toEqual([]);
  });

  it('lets a cancelled delegation be drafted again', () => {
    expect(movesFrom(delegationLifecycle, 'cancelled')).toEqual(['draft']);
  });
});

describe('A delegation', () => {
  it('is confirmed with a head', () => {
    expect(missingForMove('confirmed', { hasHead: false })).toEqual(['head']);
    expect(missingForMove('confirmed', { hasHead: true })).toEqual([]);
  });

  it('needs no head for any other move', () => {
    const others = statesOf(delegationLifecycle).filter((status) => status !== 'confirmed');
    expect(others.flatMap((to) => missingForMove(to, { hasHead: false }))).toStrictEqual([]);
  });
});
