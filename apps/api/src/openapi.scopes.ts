import type { OpenAPIObject } from '@nestjs/swagger';
import { type RouteAccess, scopeOfRoute } from '#identity';
import type { Routes } from '#platform';
import { routedOperations } from './openapi.routes.js';

/** Says of every operation which scope its callers need, as its route declares it. */
export function documentScopes(document: OpenAPIObject, routes: Routes): OpenAPIObject {
  for (const { operation, method, settings, parameters } of routedOperations(document, routes)) {
    const access = settings as RouteAccess;
    const scope = scopeOfRoute(access, method, parameters.kind);
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
