import { describe, expect, it } from '@jest/globals';
import { CalendarFile } from './calendar-file.js';
import { FeedCache } from './feed-cache.js';

const facts = { fileName: 'forums.ics', isPublic: true, vary: [], undated: 0, beyond: 0 };
const feed = (size: number) => ({ stamp: '1', file: new CalendarFile('x'.repeat(size), facts) });

describe('a cache of feeds', () => {
  it('lets those go that were not asked for longest', () => {
    const cache = new FeedCache(30);
    for (const key of ['a', 'b', 'c']) cache.keep(key, feed(9));
    cache.find('a');
    cache.keep('d', feed(9));
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.find(key))).toEqual(['a', 'c', 'd']);
  });

  it('counts a feed that takes the place of another once', () => {
    const cache = new FeedCache(30);
    cache.keep('a', feed(9));
    for (let time = 0; time < 5; time++) cache.keep('b', feed(9));
    expect(cache.find('a')).toBeDefined();
  });

  it('does not keep what is larger than its room, nor what that took the place of', () => {
    const cache = new FeedCache(30);
    cache.keep('a', feed(9));
    cache.keep('a', feed(30));
    expect(cache.find('a')).toBeUndefined();
  });
});
