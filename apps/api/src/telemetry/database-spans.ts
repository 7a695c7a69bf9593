import type { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import {
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
  DB_SYSTEM_NAME_VALUE_POSTGRESQL,
} from '@opentelemetry/semantic-conventions';
import { type DatabaseWork, databaseWork } from '#platform';

/**
 * Makes spans of statements and transactions, within those of the requests that ask for them.
 * @returns what ends it
 */
export function followDatabase(tracer: Tracer, current: AsyncLocalStorage<Context>): () => void {
  const spans = new WeakMap<DatabaseWork, Span>();
  const begin = (work: DatabaseWork): Context | undefined => {
    const parent = current.getStore();
    // What no request asks for, such as a look at whether the database answers, would be a trace of its own.
    if (!parent) return undefined;
    const span = tracer.startSpan(
      nameOf(work),
      { kind: SpanKind.CLIENT, attributes: describe(work) },
      parent,
    );
    spans.set(work, span);
    return trace.setSpan(parent, span);
  };
  const listener = {
    start: () => undefined,
    end: () => undefined,
    asyncStart: () => undefined,
    error: (work: DatabaseWork & { error: unknown }) => tellFailure(spans.get(work), work.error),
    asyncEnd: (work: DatabaseWork) => spans.get(work)?.end(),
  };
  databaseWork.start.bindStore(current, begin);
  databaseWork.subscribe(listener);
  return () => {
    databaseWork.start.unbindStore(current);
    databaseWork.unsubscribe(listener);
  };
}

/** A statement without a name is told by what it begins with, which holds no values. */
function nameOf({ kind, name, text }: DatabaseWork): string {
  if (kind === 'transaction') return 'transaction';
  if (name !== undefined) return name.replace(/-[\da-f]{12}$/, '');
  return /^\s*(insert into|update|delete from|select) +([a-z_.]*)/.exec(text ?? '')?.[0].trim() || 'list';
}

function describe(work: DatabaseWork): Record<string, string> {
  return {
    [ATTR_DB_SYSTEM_NAME]: DB_SYSTEM_NAME_VALUE_POSTGRESQL,
    [ATTR_DB_QUERY_SUMMARY]: nameOf(work),
  };
}

// The message of an error may hold values, its code never does.
function tellFailure(span: Span | undefined, error: unknown): void {
  const { code, name } = error as { code?: string; name?: string };
  span?.setAttribute(ATTR_ERROR_TYPE, code ?? name ?? 'error');
  span?.setStatus({ code: SpanStatusCode.ERROR });
}
