import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a request comes from, as far as its caller is known by now. */
export interface RequestOrigin {
  /** The address, behind the proxies that are trusted. */
  readonly ip: string;
  /** The id of the access token that it carried. */
  readonly token?: string;
}

/** A request whose caller waits; times are those of `performance.now()`. */
export interface Waiting {
  /** When it must be answered. */
  readonly until: number;
  /** When it no longer waits for what others hold. */
  readonly lockUntil: number;
  /** The record that it writes, or a part of which it writes: the first id of its address. */
  readonly record: string | undefined;
  readonly origin?: RequestOrigin;
  /** What its caller may see and do, as `:caller` says it to the database. */
  readonly rights?: () => string | null;
}

const requests = new AsyncLocalStorage<Waiting>();

/** Runs what somebody waits for. */
export function whileWaiting<T>(waiting: Waiting, work: () => T): T {
  return requests.run(waiting, work);
}

/** The request that this is done for; undefined where nobody waits, so that there is no limit. */
export function waitingRequest(): Waiting | undefined {
  return requests.getStore();
}

/** Where the request comes from that this is done for; undefined where nobody asked for it. */
export function requestOrigin(): RequestOrigin | undefined {
  return requests.getStore()?.origin;
}

/**
 * For what is done in pieces with pauses that the caller makes, while sending a body or taking an answer: these are not
 * counted, so that each piece has the time that is left now.
 * @returns runs a piece
 */
export function betweenPauses(): <T>(work: () => T) => T {
  const waiting = waitingRequest();
  if (!waiting) return (work) => work();
  const began = performance.now();
  return (work) => {
    const pause = performance.now() - began;
    const { until, lockUntil } = waiting;
    return whileWaiting({ ...waiting, until: until + pause, lockUntil: lockUntil + pause }, work);
  };
}
