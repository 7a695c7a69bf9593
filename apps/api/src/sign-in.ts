import type { OpenAPIObject } from '@nestjs/swagger';
import { type Config, discoveryAddress } from '#platform';
import { operationsOf } from './openapi.operations.js';

type Requirements = NonNullable<OpenAPIObject['security']>;

/** Documents, wherever an access token of the house does, that one of the identity provider does as well. */
export function documentSignIn(document: OpenAPIObject, { openId }: Config): OpenAPIObject {
  if (!openId?.clientId) return document;
  document.components!.securitySchemes!.openId = {
    type: 'openIdConnect',
    openIdConnectUrl: discoveryAddress(openId.issuer),
    description: 'An access token of the identity provider.',
  };
  document.security = orSignedIn(document.security);
  for (const operation of Object.values(document.paths).flatMap(operationsOf))
    if (operation.security) operation.security = orSignedIn(operation.security);
  return document;
}

function orSignedIn(requirements: Requirements = []): Requirements {
  return requirements.flatMap((one) => (one.bearer ? [one, { openId: one.bearer }] : [one]));
}

/** What Swagger UI needs to know to sign somebody in: by Authorization Code with PKCE. */
export function signInOptions({ openId, publicUrl }: Config): object {
  if (!openId?.clientId) return {};
  return {
    oauth2RedirectUrl: `${publicUrl}/docs/oauth2-redirect.html`,
    initOAuth: {
      clientId: openId.clientId,
      scopes: openId.scope.split(' '),
      usePkceWithAuthorizationCodeGrant: true,
    },
  };
}

/** Where Swagger UI gets access tokens, for a browser to allow it; nowhere, where nobody signs in by it. */
export function signInOrigins({ openId }: Config): string[] {
  return openId?.clientId ? [new URL(openId.issuer).origin] : [];
}
