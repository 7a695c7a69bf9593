import { describe, expect, it } from '@jest/globals';
import { defineLifecycle, definedLifecycles, lifecycleProblems, movesFrom, statesOf } from './lifecycle.js';

const delegation = defineLifecycle('delegation', 'draft', {
  draft: ['nominated', 'withdrawn', 'cancelled'],
  nominated: ['confirmed', 'withdrawn', 'cancelled'],
  confirmed: ['arrived', 'withdrawn', 'cancelled'],
  arrived: ['departed'],
  departed: [],
  withdrawn: [],
  cancelled: [],
});

describe('A lifecycle', () => {
  it('lists its states in the order they are told', () => {
    expect(statesOf(delegation)).toEqual([
      'draft',
      'nominated',
      'confirmed',
      'arrived',
      'departed',
      'withdrawn',
      'cancelled',
    ]);
  });

  it('lists the moves out of a state', () => {
    expect(movesFrom(delegation, 'confirmed')).toEqual(['arrived', 'withdrawn', 'cancelled']);
    expect(movesFrom(delegation, 'departed')).toEqual([]);
  });

  it('is remembered with those defined before, in their order', () => {
    const visit = defineLifecycle('visit', 'planned', { planned: [] });
    expect([definedLifecycles()[0], definedLifecycles().at(-1)]).toEqual([delegation, visit]);
  });

  it('does not compile with a state that has no row', () => {
    // @ts-expect-error 'lost' is no state of the table
    defineLifecycle('delegation', 'draft', { draft: ['lost'] });
    // @ts-expect-error nor can it be the first
    defineLifecycle('delegation', 'lost', { draft: [] });
    // @ts-expect-error nor can one ask for its moves
    expect(movesFrom(delegation, 'lost')).toBeUndefined();
  });
});

describe('The walk through a lifecycle', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(lifecycleProblems(delegation)).toEqual([]);
  });

  it('allows a way back', () => {
    const visit = defineLifecycle('visit', 'planned', { planned: ['postponed'], postponed: ['planned'] });
    expect(lifecycleProblems(visit)).toEqual([]);
  });

  it('finds the states that nothing leads to, though they lead to each other', () => {
    const visit = defineLifecycle('visit', 'planned', {
      planned: ['closed'],
      closed: [],
      postponed: ['cancelled'],
      cancelled: ['postponed'],
    });
    expect(lifecycleProblems(visit)).toEqual([
      'visit: can never become postponed',
      'visit: can never become cancelled',
    ]);
  });

  it('finds a move to oneself and a move written twice', () => {
    const visit = defineLifecycle('visit', 'planned', {
      planned: ['planned', 'closed', 'closed'],
      closed: [],
    });
    expect(lifecycleProblems(visit)).toEqual([
      'visit: moves from planned to itself',
      'visit: moves from planned to closed twice',
    ]);
  });

  it('finds unknown states in a table read from elsewhere', () => {
    const moves = { planned: ['lost'] };
    expect(lifecycleProblems({ record: 'visit', initial: 'requested', moves })).toEqual([
      'visit: begins as requested, which is not one of its states',
      'visit: moves from planned to lost, which is not one of its states',
      'visit: can never become planned',
    ]);
  });
});
