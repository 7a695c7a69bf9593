import type { CalendarFile } from './calendar-file.js';

/** A feed as it was when the tables it reads had this stamp. */
export interface StampedFeed {
  readonly stamp: string;
  readonly file: CalendarFile;
}

/** Feeds by what was asked for, in bounded memory: those not asked for the longest make way. */
export class FeedCache {
  private readonly feeds = new Map<string, StampedFeed>();
  private taken = 0;

  /** @param room how many bytes all feeds may take together */
  constructor(private readonly room: number) {}

  /** The feed under this key, which counts as asked for. */
  find(key: string): StampedFeed | undefined {
    const feed = this.feeds.get(key);
    if (feed) {
      // A map keeps the order of insertion.
      this.feeds.delete(key);
      this.feeds.set(key, feed);
    }
    return feed;
  }

  /** Keeps a feed in place of what was under this key; one that is larger than the room is not kept. */
  keep(key: string, feed: StampedFeed): void {
    this.forget(key);
    const size = sizeOf(key, feed);
    if (size > this.room) return;
    this.feeds.set(key, feed);
    this.taken += size;
    for (const oldest of this.feeds.keys()) {
      if (this.taken <= this.room) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const feed = this.feeds.get(key);
    if (!feed) return;
    this.feeds.delete(key);
    this.taken -= sizeOf(key, feed);
  }
}

function sizeOf(key: string, { file }: StampedFeed): number {
  return key.length + file.bytes.length;
}
