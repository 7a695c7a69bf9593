import type { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  createTraceState,
  trace,
} from '@opentelemetry/api';
import {
  ATTR_CLIENT_ADDRESS,
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_URL_SCHEME,
} from '@opentelemetry/semantic-conventions';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type CallingRequest, documentedPath, markTrace } from '#platform';
import type { EndedRequest, RequestObserver } from './request-watch.js';
import { readTraceParent } from './trace-parent.js';

/** One span for each request but health checks, within the one that its caller was in. */
export class RequestSpans implements RequestObserver {
  private readonly contexts = new WeakMap<FastifyRequest, Context>();

  constructor(
    private readonly tracer: Tracer,
    private readonly current: AsyncLocalStorage<Context>,
  ) {}

  begin(request: FastifyRequest): void {
    const route = documentedPath(request);
    if (route?.startsWith('/health/')) return;
    const parent = contextOf(request);
    const name = route ? `${request.method} ${route}` : request.method;
    const span = this.tracer.startSpan(
      name,
      { kind: SpanKind.SERVER, attributes: describe(request, route) },
      parent,
    );
    markTrace(request, span.spanContext().traceId);
    this.contexts.set(request, trace.setSpan(parent, span));
  }

  // A body is read outside of the context that the request began in.
  follow(server: FastifyInstance): void {
    for (const moment of ['onRequest', 'preValidation'] as const) {
      server.addHook(moment, (request: FastifyRequest, _reply: unknown, done: () => void) => {
        const context = this.contexts.get(request);
        if (context) this.current.run(context, done);
        else done();
      });
    }
  }

  end({ request, status, isAborted }: EndedRequest): void {
    const context = this.contexts.get(request);
    const span = context && trace.getSpan(context);
    if (!span) return;
    tellOutcome(span, status, isAborted);
    const { actor } = request as CallingRequest;
    if (actor) span.setAttribute('user.id', actor.id);
    span.end();
  }
}

/** The span of the caller, where it told one. */
function contextOf({ headers }: FastifyRequest): Context {
  const parent = readTraceParent(headers.traceparent);
  if (!parent) return ROOT_CONTEXT;
  const { traceId, spanId, flags: traceFlags } = parent;
  const { tracestate } = headers;
  const traceState = tracestate === undefined ? undefined : createTraceState(String(tracestate));
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, traceState, isRemote: true });
}

// Never the path that was asked, which may be a secret of a calendar.
function describe(request: FastifyRequest, route: string | undefined): Record<string, string | undefined> {
  return {
    [ATTR_HTTP_REQUEST_METHOD]: request.method,
    [ATTR_HTTP_ROUTE]: route,
    [ATTR_URL_SCHEME]: request.protocol,
    [ATTR_CLIENT_ADDRESS]: request.ip,
    'corteo.request_id': request.id,
  };
}

function tellOutcome(span: Span, status: number | undefined, isAborted: boolean): void {
  if (status !== undefined) span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, status);
  const error = isAborted ? 'aborted' : status !== undefined && status >= 500 ? String(status) : undefined;
  if (error === undefined) return;
  span.setAttribute(ATTR_ERROR_TYPE, error);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
