import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems } from '#vocabulary';
import { actorErrors, changesOfOutcomeMove, outcomeLifecycle, outcomeOriginErrors } from './outcome.rules.js';

const pointersOf = (errors: readonly { pointer: string }[]) => errors.map(({ pointer }) => pointer);

describe('the lifecycle of an outcome', () => {
  it('knows and reaches every status', () => {
    expect(lifecycleProblems(outcomeLifecycle)).toEqual([]);
  });
});

describe('an outcome', () => {
  it.each([
    ['one event', { eventId: 'e' }, []],
    ['one agreement, the others cleared', { eventId: null, agreementId: 'a' }, []],
    ['an event and an item', { eventId: 'e', agendaItemId: 'i' }, ['/eventId', '/agendaItemId']],
    ['nothing', {}, ['/eventId', '/agendaItemId', '/agreementId']],
  ])('is of %s or refused', (_, outcome, pointers) => {
    expect(pointersOf(outcomeOriginErrors(outcome))).toEqual(pointers);
  });

  it.each([
    ['a person and an organization', [{ personId: 'p' }, { organizationId: 'o' }], []],
    ['nobody', [{}], ['/actors/0/personId', '/actors/0/organizationId']],
    [
      'two in one',
      [{ personId: 'p', organizationId: 'o' }],
      ['/actors/0/personId', '/actors/0/organizationId'],
    ],
    ['the same twice', [{ personId: 'p' }, { personId: 'p' }], ['/actors/1']],
  ])('has actors: %s', (_, actors, pointers) => {
    expect(pointersOf(actorErrors(actors))).toEqual(pointers);
  });

  it.each([
    [
      'delivered on a day',
      { delivered: null },
      { to: 'delivered', effectiveOn: '2018-10' },
      { delivered: '2018-10' },
    ],
    ['delivered, which was known', { delivered: '2018' }, { to: 'delivered', effectiveOn: '2019' }, {}],
    ['planned on a day', { delivered: null }, { to: 'planned', effectiveOn: '2018-10' }, {}],
  ])('keeps the date when it is %s', (_, known, move, changes) => {
    expect(changesOfOutcomeMove(known, move)).toEqual(changes);
  });
});
