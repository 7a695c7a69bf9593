import { defineProblems } from '#refusals';

export const HTTP_PROBLEMS = defineProblems({
  'route.unknown': ['unknown', 'There is nothing at this address'],
  'route.method-not-allowed': ['invalid', 'The address does not know this method'],
  'request.malformed': ['invalid', 'The request cannot be read'],
  'request.malformed-json': ['invalid', 'The body is not JSON'],
  'request.too-large': ['oversized', 'The request is too large'],
  'request.too-slow': ['invalid', 'The request did not arrive in time'],
  'request.too-many': ['excessive', 'There have been too many requests'],
  'request.media-type': ['unsupported', 'The body is of a type that is not accepted'],
  'idempotency.bad-key': ['invalid', 'The Idempotency-Key cannot be used'],
  'idempotency.answered-once': ['invalid', 'The answer to this request is not kept'],
  'idempotency.in-progress': ['conflict', 'The first request with this Idempotency-Key is still running'],
  'idempotency.erased': ['conflict', 'The answer to this Idempotency-Key was erased'],
  'idempotency.key-reused': ['contradictory', 'The Idempotency-Key belongs to another request'],
  'server.busy': ['unavailable', 'The server has too much to do'],
  'server.fault': ['unavailable', 'Something went wrong here'],
});
