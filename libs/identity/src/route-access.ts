import { RouteConfig } from '@nestjs/platform-fastify';

/** What a route asks of its callers, as the server keeps it; a token, where it says nothing. */
export interface RouteAccess {
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

/** A route that is answered however often it is asked: by what watches the server. */
export const IsUncounted = (): MethodDecorator & ClassDecorator => grant({ uncounted: true });

const granted = new WeakMap<object, RouteAccess>();

/** Says it of a method, or of all that stand in a class; what a method says itself comes first. */
function grant(access: RouteAccess): MethodDecorator & ClassDecorator {
  return (target: object, _name?: string | symbol, method?: PropertyDescriptor): void => {
    const handlers = method ? [method.value as object] : methodsOf(target as Function);
    for (const handler of handlers) {
      const whole = { ...access, ...granted.get(handler) };
      granted.set(handler, whole);
      RouteConfig(whole)(handler as Function);
    }
  };
}

function methodsOf({ prototype }: Function): Function[] {
  const own = Object.getOwnPropertyDescriptors(prototype) as Record<string, PropertyDescriptor>;
  return Object.values(own)
    .map(({ value }) => value as unknown)
    .filter((value): value is Function => typeof value === 'function' && value !== prototype.constructor);
}
