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
    const answer = await deliver(request, delivery);
    delivery.tags.learn(request, answer);
    return answer;
  };
}

async function deliver(request: Request, { fetch, retries }: Delivery): Promise<Response> {
  for (let failures = 0; ; failures++) {
    const isLast = failures >= retries;
    try {
      const answer = await fetch(request.clone());
      const code = request.method === 'POST' && !answer.ok ? await readCode(answer) : undefined;
      // Secrets are shown once: such a request takes no key, and was refused before anything was done.
      if (code === 'idempotency.answered-once') return await fetch(withoutKey(request));
      const wait = waitAfter(answer, failures);
      if (isLast || !isPassing(request, answer, code) || wait > PATIENCE) return answer;
      await answer.body?.cancel();
      await pause(wait, request.signal);
    } catch (error) {
      if (isLast || request.signal.aborted || !isRepeatable(request)) throw error;
      await pause(backOff(failures), request.signal);
    }
  }
}

function isPassing(request: Request, { status }: Response, code: string | undefined): boolean {
  if (status === 429 || code === 'idempotency.in-progress') return true;
  return IN_DOUBT.includes(status) && isRepeatable(request);
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
  const told = headers.get('retry-after');
  return told === null ? backOff(failures) : Number(told) * 1000;
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
