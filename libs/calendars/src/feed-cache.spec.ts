import { describe, expect, it } from '@jest/globals';
import { FeedCache } from './feed-cache.js';

const keep = (cache: FeedCache<string>, key: string, size: number): void => cache.keep(key, 'feed', size);

describe('a cache of feeds', () => {
  it('lets those go that were not asked for longest', () => {
    const cache = new FeedCache<string>(30);
    for (const key of ['a', 'b', 'c']) keep(cache, key, 9);
    cache.find('a');
    keep(cache, 'd', 9);
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.find(key))).toEqual(['a', 'c', 'd']);
  });

  it('counts a feed that takes the place of another once', () => {
    const cache = new FeedCache<string>(30);
    keep(cache, 'a', 9);
    for (let time = 0; time < 5; time++) keep(cache, 'b', 9);
    expect(cache.find('a')).toBeDefined();
  });

  it('does not keep what is larger than its room, nor what that took the place of', () => {
    const cache = new FeedCache<string>(30);
    keep(cache, 'a', 9);
    keep(cache, 'a', 30);
    expect(cache.find('a')).toBeUndefined();
  });
});
