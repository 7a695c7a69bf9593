import { setOnRoute } from '#platform';
import type { Area, Scope } from './roles.js';

/** What a route is about: an area, or the one that its address names, as in `/v1/:kind/…`. */
export type RouteArea = Area | ':kind';

/** What a route asks of its callers, as the server keeps it; a token, where it says nothing. */
export interface RouteAccess {
  readonly areas?: readonly RouteArea[];
  readonly scope?: Scope;
  readonly signedIn?: boolean;
  readonly open?: 'to-everybody' | 'to-anybody';
  readonly ignoresForeign?: boolean;
  readonly uncounted?: boolean;
}

/** A route that answers without a token too; with one, it must be valid. */
export const OpenToEverybody = (): MethodDecorator & ClassDecorator => grant({ open: 'to-everybody' });

/** A route that never asks who is calling, so that it answers while the database is away. */
export const OpenToAnybody = (): MethodDecorator & ClassDecorator => grant({ open: 'to-anybody' });

/** A route that takes credentials of another scheme, such as Basic, for none: programs send along what they know. */
export const IgnoresForeignCredentials = (): MethodDecorator & ClassDecorator =>
  grant({ ignoresForeign: true });

/** A route that the door does not count: what watches the server is answered however often it asks, others count themselves. */
export const IsUncounted = (): MethodDecorator & ClassDecorator => grant({ uncounted: true });

/** A route for whoever has a token, whatever it allows. */
export const ForWhoeverSignedIn = (): MethodDecorator & ClassDecorator => grant({ signedIn: true });

/** A route that reads or changes what is in an area, or in several: it asks for the scope of each. */
export const InArea = (...areas: readonly RouteArea[]): MethodDecorator & ClassDecorator => grant({ areas });

/** A route that asks for a scope of its own, besides those of its areas. */
export const Needs = (scope: Scope): MethodDecorator & ClassDecorator => grant({ scope });

/**
 * The scopes that a request to a route needs, all of them.
 * @param kind what the address calls `:kind`
 */
export function scopesOfRoute(
  { areas = [], scope }: RouteAccess,
  method: string,
  kind?: string,
): readonly Scope[] {
  const named = areas.map((area) => (area === ':kind' ? (kind as Area | undefined) : area));
  const ofAreas = named.flatMap((area): Scope[] =>
    area ? [`${area}:${isReading(method) ? 'read' : 'write'}`] : [],
  );
  return scope ? [...ofAreas, scope] : ofAreas;
}

/** Whether a method changes nothing. */
export function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function grant(access: RouteAccess): MethodDecorator & ClassDecorator {
  return setOnRoute(access);
}
