import type { RefusalKind } from '#refusals';

const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  unknown: 404,
  unallowed: 405,
  unacceptable: 406,
  late: 408,
  conflict: 409,
  gone: 410,
  stale: 412,
  oversized: 413,
  unsupported: 415,
  contradictory: 422,
  unconditional: 428,
  excessive: 429,
  broken: 500,
  unavailable: 503,
};

/** The HTTP status that a kind of problem is answered with. */
export function statusOfKind(kind: RefusalKind): number {
  return STATUS_OF_KIND[kind];
}
