import type { Environment } from './settings.js';
import { isSecure } from './secure-address.js';

/** The identity provider whose access tokens are taken, and what is read in them. */
export interface OpenIdConfig {
  /** The address that its tokens name as `iss`, exactly. */
  readonly issuer: string;
  /** What its tokens for Corteo name as `aud`. */
  readonly audience: string;
  /** Where its tokens hold the words for roles: a claim, or a path of members with dots between. */
  readonly rolesClaim: string;
  /** The role that each of its words stands for; without it, its words are the roles themselves. */
  readonly roles: ReadonlyMap<string, string> | undefined;
  /** Where its tokens hold the ids of the organizations that a partner acts for. */
  readonly organizationsClaim: string | undefined;
  /** What Swagger UI is called there; without it, nobody signs in by Swagger UI. */
  readonly clientId: string | undefined;
  /** The scopes that Swagger UI asks for, with spaces between. */
  readonly scope: string;
}

const NAMES = [
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'OIDC_ROLES_CLAIM',
  'OIDC_ROLES',
  'OIDC_ORGANIZATIONS_CLAIM',
  'OIDC_CLIENT_ID',
  'OIDC_SCOPE',
];

/** Where an issuer says what there is to know of it. */
export function discoveryAddress(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/** Reads what is set of the identity provider; undefined where nothing is. */
export function readOpenId(environment: Environment, problems: string[]): OpenIdConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: clientId } = environment;
  const given = NAMES.filter((name) => environment[name]);
  if (given.length === 0) return undefined;
  if (!issuer || !audience) problems.push(`${given[0]} needs OIDC_ISSUER and OIDC_AUDIENCE beside it.`);
  if (issuer && !isIssuer(issuer))
    problems.push('OIDC_ISSUER must be an address that starts with https://, without “?” and “#”.');
  if (audience && audience === clientId)
    problems.push(
      'OIDC_CLIENT_ID must differ from OIDC_AUDIENCE: what the client learns of who signed in would pass for access.',
    );
  return {
    issuer: issuer || '',
    audience: audience || '',
    rolesClaim: environment.OIDC_ROLES_CLAIM || 'roles',
    roles: readRoles(environment, problems),
    organizationsClaim: environment.OIDC_ORGANIZATIONS_CLAIM || undefined,
    clientId: clientId || undefined,
    scope: environment.OIDC_SCOPE?.trim().replace(/\s+/g, ' ') || 'openid profile',
  };
}

function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (!url || /[?#\s]/.test(text) || url.username || url.password) return false;
  return isSecure(url);
}

/** `intl-office=organizer, dpo=admin`: what stands before the last sign is a word of the provider. */
function readRoles({ OIDC_ROLES }: Environment, problems: string[]): OpenIdConfig['roles'] {
  if (!OIDC_ROLES) return undefined;
  const pairs = OIDC_ROLES.split(',').map((pair) => /^\s*(\S.*?)\s*=\s*([a-z]+)\s*$/.exec(pair));
  if (!pairs.every((pair) => pair !== null)) {
    problems.push('OIDC_ROLES must be words and roles, as in intl-office=organizer,dpo=admin.');
    return undefined;
  }
  return new Map(pairs.map(([, word, role]) => [word!, role!]));
}
