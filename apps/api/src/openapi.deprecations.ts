import type { OpenAPIObject } from '@nestjs/swagger';
import type { DeprecatedRoute, Routes } from '#platform';
import { METHODS } from './openapi.operations.js';

const ANY_ID = '019a8f3e-4c00-7000-8000-000000000001';

/** Says of every route that will go that it is deprecated, as the route itself declares it. */
export function documentDeprecations(document: OpenAPIObject, routes: Routes): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) {
      const operation = item[method];
      const found = operation && routes.find(method.toUpperCase(), path.replace(/\{\w+\}/g, ANY_ID));
      const { deprecation }: DeprecatedRoute = found?.settings ?? {};
      if (deprecation) operation!.deprecated = true;
    }
  return document;
}
