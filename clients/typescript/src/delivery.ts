import { readCode } from './problems.js';
import type { Tags } from './tags.js';

/** How a request is sent. */
export interface Delivery {
  readonly fetch: typeof fetch;
  /** How often a request is sent again that failed in passing. */
  readonly retries: number;
  readonly tags: Tags;
}

/** A wait that is longer than this is left to the caller. */
const PATIENCE = 30_000;

/** It is not known whether what answers so, or does not answer, has done something. */
const IN_DOUBT = [502, 503, 504];

/** Makes a `fetch` that sends tags and idempotency keys by itself, and sends again what failed in passing. */
export function createFetch(delivery: Delivery): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const tag = delivery.tags.neededBy(request);
    if (tag && !request.headers.has('if-match')) request.headers.set('if-match', tag);
    if (request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID());
    const first = await deliver(request, delivery);
    // Secrets are shown once: such a request takes no key, was refused before anything was done, and is not repeated.
    const isKeyless = request.method === 'POST' && (await readCode(first)) === 'idempotency.answered-once';
    const answer = isKeyless ? await delivery.fetch(withoutKey(request)) : first;
    delivery.tags.learn(request, answer);
    return answer;
  };
}

async function deliver(request: Request, { fetch, retries }: Delivery): Promise<Response> {
  for (let failures = 0; ; failures++) {
    const isLast = failures >= retries;
    try {
      const answer = await fetch(request.clone());
      const wait = waitAfter(answer, failures);
      if (isLast || wait > PATIENCE || !(await isPassing(request, answer))) return answer;
      await answer.body?.cancel();
      await pause(wait, request.signal);
    } catch (error) {
      if (isLast || request.signal.aborted || !isRepeatable(request)) throw error;
      await pause(backOff(failures), request.signal);
    }
  }
}

async function isPassing(request: Request, answer: Response): Promise<boolean> {
  if (answer.status === 429) return true;
  if (answer.status === 409) return (await readCode(answer)) === 'idempotency.in-progress';
  return IN_DOUBT.includes(answer.status) && isRepeatable(request);
}

/** Whether it does no harm to send a request twice. */
function isRepeatable({ method, headers }: Request): boolean {
  return method === 'GET' || (method === 'POST' && headers.has('idempotency-key'));
}

function withoutKey(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('idempotency-key');
  return new Request(request, { headers });
}

function waitAfter({ headers }: Response, failures: number): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 ? seconds * 1000 : backOff(failures);
}

function backOff(failures: number): number {
  return 200 * 2 ** failures;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
