import { setImmediate as othersAreServed } from 'node:timers/promises';
import { Refusal } from '#refusals';
import { CALENDAR_PROBLEMS } from './calendar.rules.js';

/** Work that everybody can ask for without a token: one piece at a time, and between two of them others are served. */
export class FeedTurns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @param most how many pieces may wait for their turn */
  constructor(private readonly most: number) {}

  /**
   * Does `work` once its turn has come.
   * @throws Refusal `calendar.busy` at once, where too many wait already
   */
  async take<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.waiting > this.most)
      throw new Refusal(
        CALENDAR_PROBLEMS['calendar.busy'],
        'More calendars are asked for than can be written at once; please try again shortly.',
      );
    this.waiting++;
    const turn = this.last.then(work).finally(() => this.waiting--);
    this.last = turn.catch(() => undefined).then(() => othersAreServed());
    return turn;
  }
}

/** A read that all who ask for it while another one runs share: what it gives is never older than their question. */
export class SharedRead<T> {
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<T> | undefined;

  constructor(private readonly read: () => Promise<T>) {}

  /** What a read gives that begins after this call. */
  ask(): Promise<T> {
    return (this.next ??= this.running.then(() => {
      this.next = undefined;
      const reading = this.read();
      this.running = reading.catch(() => undefined);
      return reading;
    }));
  }
}
