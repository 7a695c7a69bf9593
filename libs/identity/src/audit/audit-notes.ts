import type { AuditEntry } from './audit-entry.js';

/** How many different things are told of each action until they are written: of whom nobody knows, and of others. */
const MOST = { strangers: 20, known: 100 } as const;

type Side = keyof typeof MOST;

/**
 * What may be done again and again: it is counted, and written from time to time. Nobody makes it grow beyond a measure,
 * and strangers take no place from those who are known: what is too much is counted together.
 */
export class AuditNotes {
  private readonly counted = new Map<string, AuditEntry & { readonly count: number }>();
  private readonly places = new Map<string, number>();

  /** Counts one thing more, or as many as it says. */
  add({ count = 1, ...entry }: AuditEntry): void {
    const key = JSON.stringify(entry);
    const known = this.counted.get(key);
    if (known) return void this.counted.set(key, { ...known, count: known.count + count });
    if (!isWithoutPlace(entry) && !this.takePlace(entry)) return this.add(withoutPlace({ ...entry, count }));
    this.counted.set(key, { ...entry, count });
  }

  /** Gives what was counted, and begins anew. */
  take(): AuditEntry[] {
    const entries = [...this.counted.values()];
    this.counted.clear();
    this.places.clear();
    return entries;
  }

  private takePlace(entry: AuditEntry): boolean {
    const side = sideOf(entry);
    const taken = this.places.get(`${entry.action} ${side}`) ?? 0;
    this.places.set(`${entry.action} ${side}`, taken + 1);
    return taken < MOST[side];
  }
}

function sideOf(entry: AuditEntry): Side {
  const actor = 'caller' in entry ? entry.caller.actor : entry.actorId;
  return actor === null ? 'strangers' : 'known';
}

function withoutPlace({ action, count, ...entry }: AuditEntry): AuditEntry {
  const others = sideOf({ action, ...entry });
  return { action, actorId: null, tokenId: null, address: null, details: { others }, count };
}

function isWithoutPlace({ details }: AuditEntry): boolean {
  return details?.['others'] !== undefined;
}
