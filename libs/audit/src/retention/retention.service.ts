import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, OFFICE } from '#identity';
import { CONFIG, Clock, type Config, Database, eachInTurn } from '#platform';
import { RETAINED, type Retained } from './retained.js';

const DAY = 86_400_000;

/** How much is removed at once: who writes waits no longer. */
const AT_ONCE = 5000;

/** What was removed of a kind, or would be. */
export interface Removed {
  readonly kind: string;
  readonly words: string;
  /** For ever, where it is 0. */
  readonly days: number;
  /** It was older than this; null, where it is kept for ever. */
  readonly before: Date | null;
  readonly count: number;
}

/** Removes what is older than the office keeps it. */
@Injectable()
export class Retention {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Removes what is too old, and tells the audit how much it was.
   * @param dryRun whether it is only counted
   */
  async run(dryRun = false): Promise<Removed[]> {
    const { done, assertDone } = await eachInTurn(RETAINED, (retained) => this.apply(retained, dryRun));
    const gone = done.filter(({ count }) => count > 0);
    if (!dryRun && gone.length > 0) await this.tell(gone);
    assertDone();
    return done;
  }

  private async apply(retained: Retained, dryRun: boolean): Promise<Removed> {
    const { kind, words } = retained;
    const days = retained.days(this.config.retention);
    if (days === 0) return { kind, words, days, before: null, count: 0 };
    const before = new Date(this.clock.now().getTime() - days * DAY);
    const count = await (dryRun ? this.ask(retained.count, [before]) : this.clear(retained, before));
    return { kind, words, days, before, count };
  }

  private async clear({ clear, stamped, atOnce = AT_ONCE }: Retained, before: Date): Promise<number> {
    const values = [before, atOnce, ...(stamped ? [this.clock.now()] : [])];
    let [all, last] = [0, 0];
    do {
      last = await this.ask(clear, values);
      all += last;
    } while (last === atOnce);
    return all;
  }

  private async ask(text: string, values: readonly unknown[]): Promise<number> {
    const [row] = await this.database.transaction((tx) => tx.query<[{ count: number }]>(text, [...values]));
    return row.count;
  }

  private tell(gone: readonly Removed[]): Promise<void> {
    const details = Object.fromEntries(gone.map(({ kind, count }) => [kind, count]));
    return this.audit.record({ action: 'retention.applied', caller: OFFICE, details });
  }
}
