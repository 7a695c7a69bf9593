import { setTimeout as wait } from 'node:timers/promises';
import { type Finding, atMost, none, some } from './probe.js';
import type { Product } from './stage/product.js';
import { Client } from './traffic/client.js';
import { Lanes } from './traffic/lanes.js';
import { Ledger } from './traffic/ledger.js';

const WRITERS = 12;
const READY_MS = 10_000;

/** Rounds in which a server under writes loses something, has it again, and is looked through. */
export class Recovery {
  rounds = 0;
  private readonly waits: number[] = [];

  private constructor(
    private readonly product: Product,
    private readonly client: Client,
    readonly ledger: Ledger,
  ) {}

  static async open(product: Product): Promise<Recovery> {
    const client = new Client(product.url, { token: product.token, sockets: WRITERS });
    return new Recovery(product, client, await Ledger.open(client));
  }

  /**
   * One round.
   * @param harm what is done under the load of writes; from its end on the time until it is ready counts
   * @param mend what brings it back, where it is not to come back by itself
   */
  async round(harm: () => Promise<unknown>, mend?: () => Promise<unknown>): Promise<void> {
    const writers = new Lanes(WRITERS, () => this.ledger.write());
    await wait(1000 + Math.random() * 2000);
    await harm();
    await (mend ? wait(300) : this.waitUntilReady());
    await writers.end();
    await mend?.();
    await this.ledger.settle();
    await this.ledger.check();
    this.rounds++;
  }

  /** How long it took to be ready again, where that was waited for. */
  readiness(): Finding {
    const [slowest, never] = [Math.max(...this.waits), this.waits.filter((ms) => ms > READY_MS).length];
    const what = `ready again by itself, slowest of ${this.rounds}${never ? ` (${never} not in time)` : ''}`;
    return atMost(what, slowest, READY_MS, 'ms');
  }

  /** What is wrong with what was written. */
  losses(): Finding[] {
    const { acknowledged, losses } = this.ledger;
    this.client.close();
    return [
      some('acknowledged writes', acknowledged),
      none('of these, lost', losses.lost.length, losses.lost),
      none('halves of writes', losses.halves.length, losses.halves),
      none('written twice', losses.doubled.length, losses.doubled),
    ];
  }

  private async waitUntilReady(): Promise<void> {
    // A probe of readiness right after the harm may still be answered from before it.
    await wait(200);
    const ms = await this.product.readyWithin(READY_MS + 2000);
    this.waits.push(ms + 200);
    // As an operator would; what was lost shows only then.
    if (ms === Number.POSITIVE_INFINITY) await this.restart();
  }

  private async restart(): Promise<void> {
    await this.product.end();
    await this.product.start();
  }
}
