import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, movesFrom, statesOf } from '#vocabulary';
import {
  AWAY_STATUSES,
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
    expect(others.flatMap((to) => missingForMove(to, { hasHead: false }))).toEqual([]);
  });
});

describe('The seat of a member', () => {
  it('is free once the member is declined, withdrawn, replaced or absent', () => {
    expect(statesOf(memberLifecycle).filter((status) => !holdsSeat(status))).toEqual([...AWAY_STATUSES]);
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
    expect(subjectErrors({ group: null }).map(({ pointer }) => pointer)).toEqual([
      '/personId',
      '/group',
      '/placeholder',
    ]);
  });
});
