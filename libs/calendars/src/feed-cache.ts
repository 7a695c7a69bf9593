interface Kept<V> {
  readonly value: V;
  readonly size: number;
}

/** How well a cache serves. */
export interface FeedCacheLoad {
  readonly hits: number;
  readonly misses: number;
  readonly entries: number;
  readonly bytes: number;
}

/** Values by what was asked for, in bounded memory: those not asked for the longest make way. */
export class FeedCache<V> {
  private readonly kept = new Map<string, Kept<V>>();
  private taken = 0;
  private hits = 0;
  private misses = 0;

  /** @param room how many bytes all values may take together */
  constructor(private readonly room: number) {}

  /** The value under this key, which counts as asked for. */
  find(key: string): V | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    // A map keeps the order of insertion.
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  /**
   * Keeps a value in place of what was under this key; one that is larger than the room is not kept.
   * @param bytes about how many the value takes
   */
  keep(key: string, value: V, bytes: number): void {
    this.forget(key);
    const size = key.length + bytes;
    if (size > this.room) return;
    this.kept.set(key, { value, size });
    this.taken += size;
    for (const oldest of this.kept.keys()) {
      if (this.taken <= this.room) return;
      this.forget(oldest);
    }
  }

  /** Counts how a feed was come by: from here, or made anew. */
  count(found: 'hits' | 'misses'): void {
    this[found]++;
  }

  /** How well it serves, since it was made. */
  load(): FeedCacheLoad {
    return { hits: this.hits, misses: this.misses, entries: this.kept.size, bytes: this.taken };
  }

  /** Forgets what is under this key. */
  forget(key: string): void {
    this.taken -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
