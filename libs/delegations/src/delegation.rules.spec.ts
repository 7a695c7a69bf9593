import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, movesFrom, statesOf } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import {
  delegationLifecycle,
  holdsSeat,
  memberLifecycle,
  missingForMove,
  subjectErrors,
} from './delegations.rules.js';

describe('The lifecycles of delegations and members', () => {
  it('are sound', () => {
    expect(lifecycleProblems(delegationLifecycle)).toEqual([]);
    expect(lifecycleProblems(memberLifecycle)).toEqual([]);
  });

  it('lead a delegation into each status from these', () => {
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

  it('lead a member into each status from these', () => {
    expect(memberLifecycle.initial).toBe('nominated');
    expect(waysInto(memberLifecycle)).toEqual({
      nominated: ['declined', 'withdrawn'],
      accepted: ['nominated'],
      accredited: ['accepted'],
      arrived: ['accredited', 'absent'],
      departed: ['arrived'],
      declined: ['nominated', 'accepted', 'accredited'],
      withdrawn: ['nominated', 'accepted', 'accredited', 'arrived'],
      replaced: ['accepted', 'accredited', 'arrived'],
      absent: ['accepted', 'accredited'],
    });
  });

  it('let a delegation be withdrawn or cancelled until it has departed', () => {
    for (const status of ['draft', 'nominated', 'confirmed', 'arrived'] as const)
      expect(movesFrom(delegationLifecycle, status)).toEqual(
        expect.arrayContaining(['withdrawn', 'cancelled']),
      );
    expect(movesFrom(delegationLifecycle, 'departed')).toEqual([]);
  });

  it('let a cancelled delegation be drafted again', () => {
    expect(movesFrom(delegationLifecycle, 'cancelled')).toEqual(['draft']);
  });

  it('let only members be replaced who had accepted and have not departed', () => {
    const replaceable = statesOf(memberLifecycle).filter((status) =>
      (movesFrom(memberLifecycle, status) as readonly string[]).includes('replaced'),
    );
    expect(replaceable).toEqual(['accepted', 'accredited', 'arrived']);
  });

  it('let a member who declined be nominated again', () => {
    expect(movesFrom(memberLifecycle, 'declined')).toEqual(['nominated']);
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

describe('The seat of a member', () => {
  it('is free once the member is declined, withdrawn, replaced or absent', () => {
    const free = statesOf(memberLifecycle).filter((status) => !holdsSeat(status));
    expect(free).toEqual(['declined', 'withdrawn', 'replaced', 'absent']);
  });
});

describe('The subject of a member', () => {
  it('is one of a person, a group and a placeholder', () => {
    expect(subjectErrors({ personId: 'some id' })).toEqual([]);
    expect(subjectErrors({ personId: null, group: {}, placeholder: null })).toEqual([]);
    expect(subjectErrors({ placeholder: { en: 'interpreter, to be named' } })).toEqual([]);
  });

  it('cannot be two of them', () => {
    expect(subjectErrors({ personId: 'some id', placeholder: {} }, '/members/3')).toEqual([
      {
        pointer: '/members/3/personId',
        detail: 'A member is only one of personId, placeholder; set the others to null or leave them out.',
        code: 'one-subject',
      },
      {
        pointer: '/members/3/placeholder',
        detail: 'A member is only one of personId, placeholder; set the others to null or leave them out.',
        code: 'one-subject',
      },
    ]);
  });

  it('cannot be missing', () => {
    const missing = (field: string) => ({
      pointer: `/members/0/${field}`,
      detail: 'Name a person, describe a group, or give a placeholder.',
      code: 'one-subject',
    });
    const errors = ['personId', 'group', 'placeholder'].map(missing);
    expect(subjectErrors({}, '/members/0')).toEqual(errors);
    expect(subjectErrors({ personId: null, group: undefined, placeholder: null }, '/members/0')).toEqual(
      errors,
    );
  });

  it('is told in one order, whatever order it was given in', () => {
    const errors = subjectErrors({ placeholder: {}, group: {}, personId: 'some id' });
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/personId', '/group', '/placeholder']);
    expect(errors[0]!.detail).toContain('only one of personId, group, placeholder;');
  });
});
