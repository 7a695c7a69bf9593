import type { OpenAPIObject } from '@nestjs/swagger';
import type { RouteAccess } from '#identity';
import type { Routes } from '#platform';
import { type Operation, addHeader } from './openapi.operations.js';
import { routedOperations } from './openapi.routes.js';

const WHERE_COUNTED = 'Left out where the request could not be read, or nothing is limited here.';

const LIMITS = {
  'RateLimit-Limit': counting(
    `How many requests a minute takes with this token, or from this address. ${WHERE_COUNTED}`,
    60_000,
  ),
  'RateLimit-Remaining': counting(`How many more it takes. ${WHERE_COUNTED}`, 59_999),
  'RateLimit-Reset': counting(`In how many seconds the next minute begins. ${WHERE_COUNTED}`, 60),
};

const RETRY = { 'Retry-After': counting('In how many seconds to go on.', 12) };

/** What is refused before it is known who asks, where that is found out by the address alone. */
const BEFORE_COUNTING = '406';

/** Says of every answer to a request that is counted how many more there may be, and where to wait, for how long. */
export function documentLimits(document: OpenAPIObject, routes: Routes): OpenAPIObject {
  const headers = { ...document.components?.headers, ...LIMITS, ...RETRY };
  document.components = { ...document.components, headers };
  for (const { operation, settings } of routedOperations(document, routes)) tellLimits(operation, settings);
  return document;
}

function tellLimits({ responses }: Operation, { open, uncounted }: RouteAccess): void {
  const isNever = uncounted && open === 'to-anybody';
  for (const [status, answer] of Object.entries(responses)) {
    if (!answer || '$ref' in answer) continue;
    const isCounted = !isNever && !(uncounted && status === BEFORE_COUNTING);
    if (isCounted) Object.keys(LIMITS).forEach((name) => addHeader(answer, name));
    if (status === '429' || status === '503') addHeader(answer, 'Retry-After');
  }
}

function counting(description: string, example: number) {
  return { description, schema: { type: 'integer' as const, example } };
}
