import { describe, expect, it } from '@jest/globals';
import { defineLifecycle, lifecycleProblems, movesFrom, passedBy, statesOf, wayTo } from './lifecycle.js';

const delegation = defineLifecycle('draft', {
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

  it('does not compile with a state that has no row', () => {
    // @ts-expect-error 'lost' is no state of the table
    defineLifecycle('draft', { draft: ['lost'] });
    // @ts-expect-error nor can it be the first
    defineLifecycle('lost', { draft: [] });
    // @ts-expect-error nor can one ask for its moves
    expect(movesFrom(delegation, 'lost')).toBeUndefined();
  });
});

describe('The way to a status', () => {
  it('is the move that the table knows', () => {
    expect(wayTo(delegation, 'draft', 'cancelled')).toEqual(['cancelled']);
  });

  it('leads through what lies between', () => {
    expect(wayTo(delegation, 'draft', 'departed')).toEqual(['nominated', 'confirmed', 'arrived', 'departed']);
  });

  it('leads neither back nor through what would have to be undone', () => {
    const visit = defineLifecycle('planned', {
      planned: ['ongoing', 'cancelled'],
      ongoing: ['completed', 'cancelled'],
      completed: [],
      cancelled: ['planned'],
    });
    expect(wayTo(visit, 'planned', 'completed')).toEqual(['ongoing', 'completed']);
    expect(wayTo(visit, 'ongoing', 'planned')).toEqual([]);
    expect(wayTo(visit, 'cancelled', 'completed')).toEqual([]);
    expect(wayTo(visit, 'planned', 'planned')).toEqual([]);
    expect(wayTo(visit, 'completed', 'cancelled')).toEqual([]);
  });

  it('is none where several lead there', () => {
    const response = defineLifecycle('asked', {
      asked: ['invited'],
      invited: ['accepted', 'attended'],
      accepted: ['attended', 'replaced'],
      attended: [],
      replaced: [],
    });
    expect(wayTo(response, 'asked', 'attended')).toEqual([]);
    expect(wayTo(response, 'asked', 'replaced')).toEqual(['invited', 'accepted', 'replaced']);
  });
});

describe('What a record has passed', () => {
  it('is what every way to its status leads through', () => {
    expect(passedBy(delegation, 'arrived')).toEqual(['draft', 'nominated', 'confirmed', 'arrived']);
    expect(passedBy(delegation, 'withdrawn')).toEqual(['draft', 'withdrawn']);
    expect(passedBy(delegation, 'draft')).toEqual(['draft']);
  });

  it('is none of what it goes back to', () => {
    const visit = defineLifecycle('requested', {
      requested: ['planned'],
      planned: ['held', 'postponed'],
      held: [],
      postponed: ['planned'],
    });
    expect(statesOf(visit).map((status) => passedBy(visit, status))).toEqual([
      ['requested'],
      ['requested', 'planned'],
      ['requested', 'planned', 'held'],
      ['requested', 'postponed'],
    ]);
  });
});

describe('The walk through a lifecycle', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(lifecycleProblems(delegation)).toEqual([]);
  });

  it('allows a way back', () => {
    const visit = defineLifecycle('planned', { planned: ['postponed'], postponed: ['planned'] });
    expect(lifecycleProblems(visit)).toEqual([]);
  });

  it('finds the states that nothing leads to, though they lead to each other', () => {
    const visit = defineLifecycle('planned', {
      planned: ['closed'],
      closed: [],
      postponed: ['cancelled'],
      cancelled: ['postponed'],
    });
    expect(lifecycleProblems(visit)).toEqual(['can never become postponed', 'can never become cancelled']);
  });

  it('finds a move to oneself and a move written twice', () => {
    const visit = defineLifecycle('planned', {
      planned: ['planned', 'closed', 'closed'],
      closed: [],
    });
    expect(lifecycleProblems(visit)).toEqual([
      'moves from planned to itself',
      'moves from planned to closed twice',
    ]);
  });

  it('finds unknown states in a table read from elsewhere', () => {
    const moves = { planned: ['lost'] };
    expect(lifecycleProblems({ initial: 'requested', moves })).toEqual([
      'begins as requested, which is not one of its states',
      'moves from planned to lost, which is not one of its states',
      'can never become planned',
    ]);
  });
});
