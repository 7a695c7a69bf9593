import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import type { Configuration, Provider } from 'oidc-provider';

/** What the office is called at the issuer. */
export const AUDIENCE = 'https://corteo.example.org';
/** What Swagger UI is called there. */
export const CLIENT_ID = 'swagger';
/** Where it comes back to. */
export const REDIRECT = 'https://corteo.example.org/docs/oauth2-redirect.html';

/** Which claims the access tokens of a subject have, besides those of every token. */
export type ClaimsOf = (subject: string) => Readonly<Record<string, unknown>>;

/** An issuer that knows a program and Swagger UI, and gives both JWTs for the office. */
export function configure(key: JWK, claimsOf: ClaimsOf): Configuration {
  return {
    jwks: { keys: [key] },
    clients: [
      {
        client_id: 'program',
        client_secret: 'secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
      { client_id: CLIENT_ID, token_endpoint_auth_method: 'none', redirect_uris: [REDIRECT] },
    ],
    cookies: { keys: ['key of a test'] },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    extraTokenClaims: (_, token) => claimsOf('accountId' in token ? token.accountId : token.clientId!),
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 300, IdToken: 300, ClientCredentials: 300 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'visits:read',
          audience: AUDIENCE,
          accessTokenTTL: 300,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

/** Lets in whoever is hinted at, with all that was asked for. */
export async function consent(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const accountId = params.login_hint as string;
  const grant = new provider.Grant({ accountId, clientId: CLIENT_ID });
  grant.addOIDCScope('openid');
  grant.addResourceScope(AUDIENCE, 'visits:read');
  // The package's own, of no record of ours.
  // oxlint-disable-next-line no-restricted-properties
  const result = { login: { accountId }, consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
