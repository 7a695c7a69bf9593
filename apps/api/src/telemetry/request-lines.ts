import { type CallingRequest, markTrace, marksOf } from '#platform';
import type { Log } from './log.js';
import type { EndedRequest, RequestObserver } from './request-watch.js';
import { readTraceParent } from './trace-parent.js';

/** Those that an operator looks into although the caller is at fault: who may not come in, and who comes too often. */
const REFUSED = new Set([401, 403, 429]);

/** Writes one line for each request at its end, but for health checks. */
export function requestLines(log: Log): RequestObserver {
  return {
    begin: (request) => {
      const parent = readTraceParent(request.headers.traceparent);
      if (parent) markTrace(request, parent.traceId);
    },
    end: (ended) => {
      if (ended.route?.startsWith('/health/')) return;
      log[levelOf(ended)](describe(ended), ended.isAborted ? 'The caller went away' : 'Answered');
    },
  };
}

function levelOf({ status = 0 }: EndedRequest): 'error' | 'warn' | 'info' {
  if (status >= 500) return 'error';
  return REFUSED.has(status) ? 'warn' : 'info';
}

// Never the address that was asked, since its query may hold anything, nor the token.
function describe({ request, route, status, milliseconds, bytes, address }: EndedRequest): object {
  return {
    context: 'Http',
    ...marksOf(request),
    caller: (request as CallingRequest).actor?.id,
    method: request.method,
    route,
    status,
    ms: Math.round(milliseconds * 100) / 100,
    bytes,
    address,
  };
}
