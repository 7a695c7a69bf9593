import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, statesOf } from '#vocabulary';
import { waysInto } from '#vocabulary/testing';
import { forumLifecycle, missingForForum } from './forum.rules.js';

describe('the lifecycle of a forum', () => {
  it('knows and reaches every status', () => {
    expect(lifecycleProblems(forumLifecycle)).toEqual([]);
  });

  it('begins with an announcement, and leads into each status from these', () => {
    expect(forumLifecycle.initial).toBe('announced');
    expect(waysInto(forumLifecycle)).toEqual({
      announced: ['cancelled'],
      scheduled: ['announced', 'postponed', 'cancelled'],
      confirmed: ['scheduled'],
      ongoing: ['confirmed'],
      held: ['ongoing'],
      closed: ['held'],
      postponed: ['scheduled', 'confirmed'],
      cancelled: ['announced', 'scheduled', 'confirmed', 'ongoing', 'postponed'],
    });
  });
});

describe('a forum', () => {
  const days = { starts: '2024-05-10', ends: '2024-05-14' };
  const month = { starts: '2024-05', ends: null };

  it.each(['scheduled', 'confirmed'])('is %s with dates to the day only', (status) => {
    expect([missingForForum(status, days), missingForForum(status, month)]).toEqual([
      [],
      ['dates to the day'],
    ]);
  });

  it('needs no dates for any other status', () => {
    const others = statesOf(forumLifecycle).filter((status) => !['scheduled', 'confirmed'].includes(status));
    expect(
      others.flatMap((status) => [...missingForForum(status, month), ...missingForForum(status, {})]),
    ).toEqual([]);
  });
});
