import { describe, expect, it } from '@jest/globals';
import { isExpected, lifecycleProblems, movesFrom, statesOf } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import { explained } from '#refusals/testing';
import { MEMBER_CONSTRAINTS, memberLifecycle, subjectErrors } from './member.rules.js';

describe('The lifecycle of a member', () => {
  it('is sound', () => {
    expect(lifecycleProblems(memberLifecycle)).toEqual([]);
  });

  it('leads into each status from these', () => {
    expect(memberLifecycle.initial).toBe('nominated');
    expect(waysInto(memberLifecycle)).toEqual({
      nominated: ['declined', 'withdrawn'],
      accepted: ['nominated'],
      accredited: ['accepted'],
      arrived: ['accredited', 'absent'],
      departed: ['arrived'],
      declined: ['nominated', 'accepted', 'accredited'],
      withdrawn: ['nominated', 'accepted', 'accredited', 'arrived'],
      replaced: ['nominated', 'accepted', 'accredited', 'arrived'],
      absent: ['accepted', 'accredited'],
    });
  });

  it('lets only members be replaced who are expected and have not departed', () => {
    const replaceable = statesOf(memberLifecycle).filter((status) =>
      (movesFrom(memberLifecycle, status) as readonly string[]).includes('replaced'),
    );
    expect(replaceable).toEqual(['nominated', 'accepted', 'accredited', 'arrived']);
  });

  it('lets a member who declined be nominated again', () => {
    expect(movesFrom(memberLifecycle, 'declined')).toEqual(['nominated']);
  });

  it('knows in every status whether the member is still expected, or leaves the seat to another', () => {
    expect(statesOf(memberLifecycle).map((status) => [status, isExpected(status)])).toEqual([
      ['nominated', true],
      ['accepted', true],
      ['accredited', true],
      ['arrived', true],
      ['departed', true],
      ['declined', false],
      ['withdrawn', false],
      ['replaced', false],
      ['absent', false],
    ]);
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

  it('cannot be missing, which is one error', () => {
    const detail = 'Name a person, describe a group, or give a placeholder.';
    const errors = [{ pointer: '/members/0', detail, code: 'one-subject' }];
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

it('A delegation has one head, and each person as a member once', () => {
  expect(MEMBER_CONSTRAINTS).toEqual({
    delegation_members_one_head: {
      problem: explained({
        code: 'delegation.two-heads',
        kind: 'conflict',
        title: 'The delegation already has a head',
      }),
      detail:
        'A delegation has one head at a time: replace the present head (replacesId), or change a role first.',
    },
    delegation_members_person_once: {
      problem: explained({
        code: 'delegation.member-twice',
        kind: 'conflict',
        title: 'The person is already a member of the delegation',
      }),
      detail: 'This person is already a member; change that membership instead of adding a second one.',
    },
  });
});
