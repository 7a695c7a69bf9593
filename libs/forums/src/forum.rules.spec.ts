import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems } from '#vocabulary';
import { forumLifecycle, missingForForum } from './forum.rules.js';

describe('the lifecycle of a forum', () => {
  it('knows and reaches every status', () => {
    expect(lifecycleProblems(forumLifecycle)).toEqual([]);
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

  it('is announced, cancelled or held with whatever is known of its dates', () => {
    expect(['announced', 'cancelled', 'held'].flatMap((status) => missingForForum(status, month))).toEqual(
      [],
    );
  });
});
