import { isObject } from '#records';
import type { Field, Fields } from './fields.js';
import type { Section } from './outline.js';

/**
 * What an answer shows of a record, as the input that would record it: references as ids, nothing that is empty.
 * @param view one record, as its address answers
 */
export function inputOf(
  view: Readonly<Record<string, unknown>>,
  { kind: { elsewhere }, fields }: Section,
): Record<string, unknown> {
  const found = Object.entries(elsewhere).map(([name, find]) => [name, find(view)] as const);
  return objectOf({ ...view, ...Object.fromEntries(found) }, fields);
}

function objectOf(view: Readonly<Record<string, unknown>>, fields: Fields): Record<string, unknown> {
  const held = [...fields.values()].flatMap((field) => {
    const value = valueOf(view[field.name], field);
    return isUnsaid(value, field) ? [] : [[field.property, value] as const];
  });
  return Object.fromEntries(held);
}

function valueOf(shown: unknown, field: Field): unknown {
  const { refersTo, inner } = field;
  if (isUnsaid(shown, field)) return undefined;
  if (refersTo) return Array.isArray(shown) ? shown.map(idOf) : idOf(shown);
  if (!inner) return shown;
  const within = (one: unknown): unknown => (isObject(one) ? objectOf(one, inner()) : one);
  return Array.isArray(shown) ? shown.map(within) : within(shown);
}

function idOf(shown: unknown): unknown {
  return isObject(shown) ? shown.id : shown;
}

/** Whether a value of a field is what nobody said. */
export function isUnsaid(value: unknown, { isAnything }: Field): boolean {
  return isAnything ? value === null || value === undefined : isEmpty(value);
}

/** Nothing, an empty list or an object without members: what nobody said. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
