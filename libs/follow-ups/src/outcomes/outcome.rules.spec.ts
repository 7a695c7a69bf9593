import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import {
  OUTCOME_PROBLEMS,
  actorErrors,
  changesOfOutcomeMove,
  outcomeLifecycle,
  outcomeOriginErrors,
} from './outcome.rules.js';
import { explained } from '#refusals/testing';

const pointersOf = (errors: readonly { pointer: string }[]) => errors.map(({ pointer }) => pointer);

describe('the lifecycle of an outcome', () => {
  it('knows and reaches every status', () => {
    expect(lifecycleProblems(outcomeLifecycle)).toEqual([]);
  });

  it('begins with a report, and leads into each status from these', () => {
    const open = ['reported', 'planned', 'in_progress'];
    expect(outcomeLifecycle.initial).toBe('reported');
    expect(waysInto(outcomeLifecycle)).toEqual({
      reported: ['dropped'],
      planned: ['reported', 'in_progress'],
      in_progress: ['reported', 'planned'],
      delivered: open,
      dropped: open,
    });
  });
});

describe('an outcome', () => {
  it('becomes a follow-up where it is a commitment, once', () => {
    expect(OUTCOME_PROBLEMS).toEqual({
      'outcome.no-commitment': explained({
        code: 'outcome.no-commitment',
        kind: 'conflict',
        title: 'Only a commitment becomes a follow-up',
      }),
      'outcome.followed-up': explained({
        code: 'outcome.followed-up',
        kind: 'conflict',
        title: 'The commitment is already followed up',
      }),
    });
  });

  it.each([
    ['one event', { eventId: 'e' }, []],
    ['one agreement, the others cleared', { eventId: null, agreementId: 'a' }, []],
    ['an event and an item', { eventId: 'e', agendaItemId: 'i' }, ['/eventId', '/agendaItemId']],
    ['one item', { agendaItemId: 'i' }, []],
    [
      'all three',
      { agreementId: 'a', agendaItemId: 'i', eventId: 'e' },
      ['/eventId', '/agendaItemId', '/agreementId'],
    ],
    ['nothing', {}, ['']],
    ['nothing but null', { eventId: null }, ['']],
  ])('is of %s or refused', (_, outcome, pointers) => {
    const detail = 'An outcome is of one event, one agenda item or one agreement.';
    expect(outcomeOriginErrors(outcome)).toEqual(
      pointers.map((pointer) => ({ pointer, detail, code: 'one-of' })),
    );
  });

  it.each([
    ['a person and an organization', [{ personId: 'p' }, { organizationId: 'o' }], []],
    ['nobody', [{}], ['/actors/0']],
    [
      'two in one',
      [{ personId: 'p', organizationId: 'o' }],
      ['/actors/0/personId', '/actors/0/organizationId'],
    ],
    ['the same twice', [{ personId: 'p' }, { personId: 'p' }], ['/actors/1']],
    [
      'the same organization three times',
      [{ organizationId: 'o' }, { organizationId: 'o' }, { personId: null, organizationId: 'o' }],
      ['/actors/1', '/actors/2'],
    ],
    ['nobody twice', [{}, { personId: null }], ['/actors/0', '/actors/1']],
    ['none', [], []],
  ])('has actors: %s', (_, actors, pointers) => {
    expect(pointersOf(actorErrors(actors))).toEqual(pointers);
  });

  it('tells what is wrong with its actors', () => {
    const detail = 'An actor is a person or an organization.';
    const twice = { personId: 'p', organizationId: 'o' };
    expect(actorErrors([{ personId: 'p' }, twice])).toEqual([
      { pointer: '/actors/1/personId', detail, code: 'one-of' },
      { pointer: '/actors/1/organizationId', detail, code: 'one-of' },
      { pointer: '/actors/1', detail: 'This actor is named twice.', code: 'actor-twice' },
    ]);
  });

  it.each([
    [
      'delivered on a day',
      { delivered: null },
      { to: 'delivered', effectiveOn: '2018-10' },
      { delivered: '2018-10' },
    ],
    ['delivered, which was known', { delivered: '2018' }, { to: 'delivered', effectiveOn: '2019' }, {}],
    ['delivered, which nobody dates', { delivered: null }, { to: 'delivered' }, {}],
    ['delivered on no day', { delivered: null }, { to: 'delivered', effectiveOn: null }, {}],
    ['planned on a day', { delivered: null }, { to: 'planned', effectiveOn: '2018-10' }, {}],
  ])('keeps the date when it is %s', (_, known, move, changes) => {
    expect(changesOfOutcomeMove(known, move)).toStrictEqual(changes);
  });
});
