import type { OpenAPIObject } from '@nestjs/swagger';
import { type RouteAccess, scopeOfRoute } from '#identity';
import type { Routes } from '#platform';
import { METHODS } from './openapi.operations.js';

const ANY_ID = '019a8f3e-4c00-7000-8000-000000000001';

/** Says of every operation which scope its callers need, as its route declares it. */
export function documentScopes(document: OpenAPIObject, routes: Routes): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) {
      const operation = item[method];
      const found = operation && routes.find(method.toUpperCase(), path.replace(/\{\w+\}/g, ANY_ID));
      if (!operation || !found) continue;
      const access = found.settings as RouteAccess;
      const scope = scopeOfRoute(access, method.toUpperCase(), found.parameters.kind);
      if (scope) operation.security = withScope(operation.security, scope);
      else if (access.signedIn && !access.open) operation.security = [{ bearer: [] }];
    }
  return document;
}

/** A route that answers everybody asks those who send a token for its scope, too. */
function withScope(
  security: Record<string, string[]>[] = [{ bearer: [] }],
  scope: string,
): Record<string, string[]>[] {
  return security.map((one) => ('bearer' in one ? { ...one, bearer: [scope] } : one));
}
