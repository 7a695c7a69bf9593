import type { OpenAPIObject } from '@nestjs/swagger';
import { type RouteAccess, scopesOfRoute } from '#identity';
import type { Routes } from '#platform';
import { routedOperations } from './openapi.routes.js';

/** Says of every operation which scopes its callers need, as its route declares it. */
export function documentScopes(document: OpenAPIObject, routes: Routes): OpenAPIObject {
  for (const { operation, method, settings, parameters } of routedOperations(document, routes)) {
    const access = settings as RouteAccess;
    const scopes = scopesOfRoute(access, method, parameters.kind);
    if (scopes.length > 0) operation.security = withScopes(operation.security, scopes);
    else if (access.signedIn && !access.open) operation.security = [{ bearer: [] }];
  }
  return document;
}

/** A route that answers everybody asks those who send a token for its scope, too. */
function withScopes(
  security: Record<string, string[]>[] = [{ bearer: [] }],
  scopes: readonly string[],
): Record<string, string[]>[] {
  return security.map((one) => ('bearer' in one ? { ...one, bearer: [...scopes] } : one));
}
