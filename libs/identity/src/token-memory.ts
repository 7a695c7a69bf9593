import type { Identity } from './token.js';

/** What was found out about a token holds for this many milliseconds. */
const REMEMBERED_FOR = 30_000;
const REMEMBERED_AT_MOST = 10_000;

/** What was found out about tokens, by their digest, so that requests ask the database for none of them. */
export class TokenMemory {
  // Apart, so that who invents tokens makes no valid one be forgotten.
  private readonly valid = new Map<string, { readonly identity: Identity; readonly until: number }>();
  private readonly unknown = new Map<string, number>();
  private forgotten = 0;

  /** Whom a token was found to stand for, and whether that still holds. */
  find(key: string, now: number): { readonly identity: Identity; readonly holds: boolean } | undefined {
    const known = this.valid.get(key);
    return known && { identity: known.identity, holds: known.until > now };
  }

  isUnknown(key: string, now: number): boolean {
    return (this.unknown.get(key) ?? 0) > now;
  }

  /** What tells what is looked up from now on from what was forgotten meanwhile. */
  get moment(): number {
    return this.forgotten;
  }

  /** @param moment when it was begun to look the token up: what is forgotten since then is not kept. */
  keep(key: string, identity: Identity | null, now: number, moment: number): void {
    this.valid.delete(key);
    if (moment !== this.forgotten) return;
    const until = Math.min(now + REMEMBERED_FOR, identity?.endsAt ?? Infinity);
    if (identity) remember(this.valid, key, { identity, until });
    else remember(this.unknown, key, until);
  }

  /** Forgets a token that was changed, or all of them where it is not known which. */
  forget(id?: string): void {
    this.forgotten++;
    for (const [key, { identity }] of this.valid)
      if (id === undefined || identity.token === id) this.valid.delete(key);
    if (id === undefined) this.unknown.clear();
  }
}

/** Keeps an entry, for which the oldest one is forgotten where there are too many. */
function remember<T>(entries: Map<string, T>, key: string, entry: T): void {
  if (entries.size >= REMEMBERED_AT_MOST) entries.delete(entries.keys().next().value!);
  entries.set(key, entry);
}
