import type { Type } from '@nestjs/common';
import { fieldNames } from './field-facts.js';

const ignoring = new WeakSet<Function>();

/**
 * Marks a query that passes over parameters it does not know, where those who follow an address append some of their
 * own, such as `utm_source`. It holds for the classes that extend it.
 */
export function IgnoresForeignParameters(): ClassDecorator {
  return (query) => void ignoring.add(query);
}

/** What of an input its class knows, where it passes over the rest; the input itself otherwise. */
export function withoutForeign(declared: Function, input: object): object {
  if (!ignoresForeign(declared)) return input;
  const known = new Set(fieldNames(declared as Type<object>));
  return Object.fromEntries(Object.entries(input).filter(([name]) => known.has(name)));
}

function ignoresForeign(declared: Function | null): boolean {
  return (
    declared !== null &&
    (ignoring.has(declared) || ignoresForeign(Object.getPrototypeOf(declared) as Function | null))
  );
}
