/** The span of a caller in which a request was made, as W3C Trace Context tells it. */
export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
  readonly flags: number;
}

const FORM = /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(-.*)?$/;

/** Reads a `traceparent`; one that is none counts for nothing. */
export function readTraceParent(header: string | string[] | undefined): TraceParent | undefined {
  if (header === undefined) return undefined;
  const [, version, traceId, spanId, flags, more] = FORM.exec(String(header)) ?? [];
  if (version === undefined || (version === '00' && more !== undefined)) return undefined;
  return { traceId: traceId!, spanId: spanId!, flags: Number.parseInt(flags!, 16) };
}
