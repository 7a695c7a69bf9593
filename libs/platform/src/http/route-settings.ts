import { RouteConfig } from '@nestjs/platform-fastify';

const settingsOf = new WeakMap<object, object>();

/**
 * Says something of a route that the server keeps with it, or of all routes of a class, besides what else is said of
 * them; what a method says itself comes first.
 */
export function setOnRoute(settings: object): MethodDecorator & ClassDecorator {
  return (target: object, _name?: string | symbol, method?: PropertyDescriptor): void => {
    const handlers = method ? [method.value as object] : methodsOf(target as Function);
    for (const handler of handlers) {
      const whole = { ...settings, ...settingsOf.get(handler) };
      settingsOf.set(handler, whole);
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
