import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, movesFrom, statesOf } from '#vocabulary';
import { FIRST_RESPONSE, type Subject, responseLifecycle, subjectErrors } from './participation.rules.js';

function found(participation: Subject, at?: string): string[] {
  return subjectErrors(participation, at).map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('The lifecycle of responses', () => {
  it('is sound', () => {
    expect(lifecycleProblems(responseLifecycle)).toEqual([]);
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
  ];
  it.each(possible)('can be of %j', (participation) => {
    expect(subjectErrors(participation)).toEqual([]);
  });

  it('is of somebody', () => {
    expect(found({ personId: null })).toEqual([' no-subject']);
    expect(found({}, '/agenda/0/participants/2')).toEqual(['/agenda/0/participants/2 no-subject']);
  });

  it('is of one only: who else was named is at fault', () => {
    expect(found({ personId: 'p', delegationId: 'd', group: {} })).toEqual([
      '/delegationId one-subject',
      '/group one-subject',
    ]);
  });

  it('of a delegation has no organization beside it', () => {
    expect(found({ delegationId: 'd', organizationId: 'o' }, '/participants/0')).toEqual([
      '/participants/0/organizationId one-subject',
    ]);
  });
});
