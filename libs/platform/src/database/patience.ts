import { setTimeout as sleep } from 'node:timers/promises';
import { type Waiting, waitingRequest } from '../waiting.js';
import { databaseBusy, recordBusy } from './database.problems.js';
import { isCollision, isLocked } from './outages.js';
import { Turns } from './turns.js';

/** Some work with a connection of its own, that can be done again from its beginning. */
type Attempt<T> = () => Promise<T>;

const COLLISIONS = 3;
const PAUSE = 50;

/**
 * Who has a connection when. Nobody keeps one while waiting long for what others hold: Postgres refuses a lock soon,
 * and the work is done again until its caller can wait no longer. So one record that stays locked costs its own
 * writers an answer and nobody else.
 */
export class Patience {
  private readonly records = new Map<string, Turns>();
  /** All connections but those that are kept for reads. */
  private readonly writers: Turns;
  /** What did not get a lock at once. */
  private readonly again: Turns;
  private readonly longestQueue: number;

  /**
   * @param longestWait milliseconds that one may wait for a connection
   * @param queueing how many wait for a connection
   */
  constructor(
    poolSize: number,
    private readonly longestWait: number,
    private readonly queueing: () => number,
  ) {
    const share = Math.max(1, Math.floor(poolSize / 4));
    this.longestQueue = poolSize * 20;
    this.writers = new Turns(poolSize - share, this.longestQueue);
    this.again = new Turns(share);
  }

  /** How many wait for a turn, before they wait for a connection. */
  get waiting(): number {
    return this.writers.waiting + this.again.waiting;
  }

  /** @throws Refusal `record.busy`, `database.busy` */
  read<T>(attempt: Attempt<T>): Promise<T> {
    return this.persist(attempt, waitingRequest()?.lockUntil);
  }

  /** @throws Refusal `record.busy`, `database.busy` */
  write<T>(attempt: Attempt<T>): Promise<T> {
    const request = waitingRequest();
    if (!request) return this.persist(attempt);
    const among = (): Promise<T> => {
      const until = Math.min(request.until, performance.now() + this.longestWait);
      return inTurn(this.writers, until, databaseBusy, attempt);
    };
    return this.afterOthers(request, () => this.persist(among, request.lockUntil));
  }

  /** Writers of one record come one after the other: they would only wait for each other. */
  private async afterOthers<T>({ record, lockUntil }: Waiting, work: Attempt<T>): Promise<T> {
    if (record === undefined) return work();
    const turns = this.records.get(record) ?? new Turns(1);
    this.records.set(record, turns);
    try {
      return await inTurn(turns, lockUntil, recordBusy, work);
    } finally {
      if (turns.isUnused) this.records.delete(record);
    }
  }

  /**
   * Does work again that Postgres ended because of another transaction: for a deadlock, or for a lock.
   * @param until when it no longer waits for locks; forever, where nobody waits for it
   */
  private async persist<T>(attempt: Attempt<T>, until = Infinity): Promise<T> {
    if (this.queueing() >= this.longestQueue) throw databaseBusy();
    let turn = attempt;
    for (let tries = 1; ; tries++) {
      try {
        return await turn();
      } catch (error) {
        if (!isLocked(error) && !(isCollision(error) && tries < COLLISIONS)) throw error;
        if (performance.now() > until) throw error;
        if (isLocked(error)) turn = () => inTurn(this.again, until, recordBusy, attempt);
        // Two that wait for each other must not meet again and again.
        await sleep(Math.random() * PAUSE);
      }
    }
  }
}

async function inTurn<T>(turns: Turns, until: number, refuse: () => Error, work: Attempt<T>): Promise<T> {
  if (!(await turns.take(until))) throw refuse();
  try {
    return await work();
  } finally {
    turns.leave();
  }
}
