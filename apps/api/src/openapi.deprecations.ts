import type { OpenAPIObject } from '@nestjs/swagger';
import type { DeprecatedRoute, Routes } from '#platform';
import { routedOperations } from './openapi.routes.js';

/** Says of every route that will go that it is deprecated, as the route itself declares it. */
export function documentDeprecations(document: OpenAPIObject, routes: Routes): OpenAPIObject {
  for (const { operation, settings } of routedOperations(document, routes))
    if ((settings as DeprecatedRoute).deprecation) operation.deprecated = true;
  return document;
}
