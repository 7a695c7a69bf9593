import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, statesOf } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import { visitLifecycle, missingForVisit } from './visit.rules.js';

const NOTHING = { hasHost: false, hasDelegation: false, unfinished: [] };

describe('the lifecycle of a visit', () => {
  it('knows and reaches every status', () => {
    expect(lifecycleProblems(visitLifecycle)).toEqual([]);
  });

  it('begins with a request, and leads into each status from these', () => {
    expect(visitLifecycle.initial).toBe('requested');
    expect(waysInto(visitLifecycle)).toEqual({
      requested: ['declined'],
      planned: ['requested', 'postponed', 'cancelled'],
      confirmed: ['planned'],
      ongoing: ['confirmed'],
      completed: ['ongoing'],
      closed: ['completed'],
      declined: ['requested', 'planned'],
      postponed: ['planned', 'confirmed'],
      cancelled: ['requested', 'planned', 'confirmed', 'ongoing', 'postponed'],
    });
  });
});

describe('a visit that is to be confirmed', () => {
  const ready = {
    starts: '2018-07-12',
    ends: '2018-07-13',
    hasHost: true,
    hasDelegation: true,
    unfinished: ['Report on the visit'],
  };

  it.each([
    ['dates to the day, a host and a delegation', ready, []],
    ['a month only', { ...ready, starts: '2018-07', ends: null }, ['dates to the day']],
    ['a doubtful day', { ...ready, ends: '2018-07-13?' }, ['dates to the day']],
    ['no host', { ...ready, hasHost: false }, ['host']],
    ['no delegation', { ...ready, hasDelegation: false }, ['delegation']],
    ['nothing', NOTHING, ['dates to the day', 'host', 'delegation']],
  ])('with %s lacks what is missing', (_, facts, missing) => {
    expect(missingForVisit('confirmed', facts)).toEqual(missing);
  });

  it('lacks nothing for any other move', () => {
    const unguarded = statesOf(visitLifecycle).filter((to) => !['confirmed', 'closed'].includes(to));
    const unfinished = { ...NOTHING, unfinished: ['Report on the visit'] };
    expect(unguarded.flatMap((to) => missingForVisit(to, unfinished))).toStrictEqual([]);
  });
});

describe('a visit that is to be closed', () => {
  it('lacks the mandatory follow-ups that are neither done nor waived', () => {
    const unfinished = ['Report on the visit', 'Thank-you letters'];
    expect(missingForVisit('closed', { ...NOTHING, unfinished })).toEqual(unfinished);
    expect(
      missingForVisit('closed', { ...NOTHING, unfinished: [null, 'Report on the visit', null] }),
    ).toEqual(['Report on the visit', 'a follow-up that you do not see']);
    expect(missingForVisit('closed', NOTHING)).toEqual([]);
  });
});
