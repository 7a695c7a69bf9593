import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { languageCandidates } from '#vocabulary';
import { remember, rememberOf } from './remember.js';

/** The labelled holders of access tokens, those whom an issuer knows, and the office itself, for work that nobody asked for. */
export const ACTOR_KINDS = ['holder', 'user', 'system'] as const;

/** Who acts. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** Whom somebody acts for. */
export interface Principal extends Actor {
  /** What their own access tokens say that they are in the office. */
  readonly roles: readonly string[];
}

/** Who asks, with what rights, in which languages, and whether archived records count. */
export interface Caller {
  /** Nobody, where the request carried no token. */
  readonly actor: Actor | null;
  /** Whose deputy the actor is in this request, and whose rights count too. */
  readonly onBehalfOf: Principal | null;
  /** What the actor is in the office; nothing without a token. */
  readonly role: string | null;
  /** What the token allows. */
  readonly scopes: readonly string[];
  /** The organizations that a partner of the office acts for. */
  readonly organizations: readonly string[];
  /** Tags to look names up by, best first, at most six. */
  readonly languages: readonly string[];
  readonly archived: boolean;
}

/** What of a request says who is calling. */
export interface CallingRequest {
  actor?: Actor;
  onBehalfOf?: Principal | null;
  role?: string;
  organizations?: readonly string[];
  /** The id of the access token that it carried. */
  token?: string;
  /** What that token allows; nothing without one, and undefined until the caller was asked. */
  scopes?: readonly string[];
  headers: Readonly<Record<string, string | string[] | undefined>>;
  query?: unknown;
}

/** Callers send the same few headers again and again. */
const languagesOf = remember(200, languageCandidates);

/** Reads the caller from a request that the token guard has passed. */
export function callerOf(request: CallingRequest): Caller {
  return {
    actor: request.actor ?? null,
    onBehalfOf: request.onBehalfOf ?? null,
    role: request.role ?? null,
    scopes: request.scopes ?? [],
    organizations: request.organizations ?? [],
    languages: languagesOf((request.headers['accept-language'] as string | undefined) ?? ''),
    archived: (request.query as { archived?: string } | undefined)?.archived === 'include',
  };
}

/** The caller, as a parameter of a route. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<CallingRequest>()),
);

/** The values that every reading statement may use: `:caller`, `:languages`, `:archived`. */
export function callerValues(caller: Caller): Record<string, unknown> {
  return { caller: rightsOf(caller), languages: caller.languages, archived: caller.archived };
}

/** The scopes that statements ask for; the others are asked for at the route, and would be planned with every statement. */
const ASKED_OF_ROWS: readonly string[] = ['confidential:read', 'contacts:read'];

/** What `visible_…(:caller)` decide by, as JSON; null where nobody asks. */
// A request runs several statements as the same caller.
export const rightsOf = rememberOf(({ actor, onBehalfOf, role, scopes, organizations }: Caller) => {
  if (!actor) return null;
  const actors = onBehalfOf ? [actor.id, onBehalfOf.id] : [actor.id];
  const asked = ASKED_OF_ROWS.filter((scope) => scopes.includes(scope));
  const principalRoles = onBehalfOf?.roles;
  return JSON.stringify({ actor: actor.id, actors, role, principalRoles, scopes: asked, organizations });
});
