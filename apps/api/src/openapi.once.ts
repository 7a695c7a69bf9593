import type { OpenAPIObject } from '@nestjs/swagger';
import type { OnceAnswered, Routes } from '#platform';
import type { Operation } from './openapi.operations.js';
import { routedOperations } from './openapi.routes.js';

/** Says of no route that it takes an Idempotency-Key where it refuses every one, as the route itself declares it. */
export function documentOnce(document: OpenAPIObject, routes: Routes): OpenAPIObject {
  for (const { operation, settings } of routedOperations(document, routes))
    if ((settings as OnceAnswered).answersOnce) takeNoKey(operation);
  return document;
}

function takeNoKey(operation: Operation): void {
  operation.parameters = (operation.parameters ?? []).filter(
    (one) => !('name' in one && one.name === 'Idempotency-Key'),
  );
  delete operation.responses[422];
}
