import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, movesFrom, statesOf } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import {
  FIRST_RESPONSE,
  PARTICIPATION_CONSTRAINTS,
  type Subject,
  responseLifecycle,
  subjectErrors,
} from './participation.rules.js';
import { explained } from '#refusals/testing';

function found(participation: Subject, at?: string): string[] {
  return subjectErrors(participation, at).map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('The lifecycle of responses', () => {
  it('is sound', () => {
    expect(lifecycleProblems(responseLifecycle)).toEqual([]);
  });

  it('leads into each response from these', () => {
    const expected = ['invited', 'accepted', 'tentative'];
    expect(responseLifecycle.initial).toBe('under_evaluation');
    expect(waysInto(responseLifecycle)).toEqual({
      under_evaluation: [],
      invited: ['under_evaluation', 'declined', 'withdrawn'],
      accepted: ['invited', 'tentative', 'declined'],
      tentative: ['invited', 'accepted'],
      declined: expected,
      attended: expected,
      absent: expected,
      withdrawn: ['under_evaluation', ...expected],
      replaced: ['accepted', 'tentative'],
    });
  });

  it('begins with an invitation where nothing is said, and before it where it is still evaluated', () => {
    expect(FIRST_RESPONSE).toBe('invited');
    expect(movesFrom(responseLifecycle, 'under_evaluation')).toEqual(['invited', 'withdrawn']);
  });

  it('lets those be replaced who had answered that they come, or might', () => {
    const replaceable = statesOf(responseLifecycle).filter((response) =>
      (movesFrom(responseLifecycle, response) as readonly string[]).includes('replaced'),
    );
    expect(replaceable).toEqual(['accepted', 'tentative']);
  });

  it('ends with who came, who stayed away and who was replaced', () => {
    const ends = statesOf(responseLifecycle).filter(
      (response) => movesFrom(responseLifecycle, response).length === 0,
    );
    expect(ends).toEqual(['attended', 'absent', 'replaced']);
  });
});

describe('A participation', () => {
  const possible: Subject[] = [
    { personId: 'p' },
    { organizationId: 'o' },
    { delegationId: 'd' },
    { group: {} },
    { personId: 'p', organizationId: 'o', group: null },
    { group: {}, organizationId: 'o', personId: null },
    { placeholder: {} },
    { placeholder: {}, organizationId: 'o', group: null },
  ];
  it.each(possible)('can be of %j', (participation) => {
    expect(subjectErrors(participation)).toEqual([]);
  });

  it.each<Subject>([{}, { personId: null }, { organizationId: null, group: undefined }])(
    'is of somebody, not of %j',
    (participation) => {
      const detail =
        'Name the person, the organization or the delegation that takes part, describe the group, or give a placeholder.';
      expect(subjectErrors(participation)).toEqual([{ pointer: '', detail, code: 'no-subject' }]);
    },
  );

  it('of nobody is at fault where it stands in the body', () => {
    expect(found({}, '/agenda/0/participants/2')).toEqual(['/agenda/0/participants/2 no-subject']);
  });

  it('is of one only: who else was named is at fault', () => {
    expect(found({ personId: 'p', delegationId: 'd', group: {} })).toEqual([
      '/delegationId one-subject',
      '/group one-subject',
    ]);
    expect(found({ group: {}, personId: 'p', organizationId: 'o' })).toEqual(['/group one-subject']);
    expect(found({ group: {}, delegationId: 'd' })).toEqual(['/group one-subject']);
    expect(found({ placeholder: {}, group: {} })).toEqual(['/placeholder one-subject']);
    expect(found({ placeholder: {}, personId: 'p' })).toEqual(['/placeholder one-subject']);
  });

  it('of a delegation names what is too much, the organization first', () => {
    const detail =
      'A participation is of one person, one organization, one delegation, one group or one placeholder; beside a person, a group or a placeholder, the organization is theirs.';
    expect(subjectErrors({ group: {}, delegationId: 'd', organizationId: 'o' })).toEqual([
      { pointer: '/organizationId', detail, code: 'one-subject' },
      { pointer: '/group', detail, code: 'one-subject' },
    ]);
  });

  it('that a change makes one of several is at fault as a whole', () => {
    expect(PARTICIPATION_CONSTRAINTS).toEqual({
      participations_once: {
        problem: explained({
          code: 'participation.twice',
          kind: 'conflict',
          title: 'They take part in this role already',
        }),
        detail:
          'They take part in the same, on this side and in this role, already; change that participation.',
      },
      participations_one_subject: {
        code: 'one-subject',
        detail:
          'A participation is of one person, one organization, one delegation, one group or one placeholder; beside a person, a group or a placeholder, the organization is theirs.',
        pointers: [''],
      },
    });
  });

  it('of a delegation has no organization beside it', () => {
    expect(found({ delegationId: 'd', organizationId: 'o' }, '/participants/0')).toEqual([
      '/participants/0/organizationId one-subject',
    ]);
  });
});
