/** What the log knows a request by. */
export interface RequestMarks {
  readonly requestId: string;
  /** The trace that it is part of, where its caller or this server keeps one. */
  readonly traceId: string | undefined;
}

interface MarkedRequest {
  readonly id: string;
  traceId?: string;
}

/** Notes which trace a request is part of. */
export function markTrace(request: MarkedRequest, traceId: string): void {
  request.traceId = traceId;
}

/** What every line about a request carries. */
export function marksOf({ id, traceId }: MarkedRequest): RequestMarks {
  return { requestId: id, traceId };
}
