import type { FieldError } from './field-error.js';

/**
 * Finds what keeps exactly one of `fields` from being given.
 * @param detail which of them to give, for an organizer
 * @param at where the object with these fields stands in the body of the request, as a JSON pointer
 * @returns every field that is given, where they are several; one error, where there is none
 */
export function oneOfErrors(
  values: object,
  fields: readonly string[],
  detail: string,
  at = '',
): FieldError[] {
  const given = givenOf(values, fields);
  if (given.length === 1) return [];
  if (given.length === 0) return [{ pointer: at, detail, code: 'one-of' }];
  return given.map((field) => ({ pointer: `${at}/${field}`, detail, code: 'one-of' }));
}

/** Finds what keeps at most one of `fields` from being given. */
export function atMostOneErrors(values: object, fields: readonly string[], detail: string): FieldError[] {
  return givenOf(values, fields).length === 0 ? [] : oneOfErrors(values, fields, detail);
}

function givenOf(values: object, fields: readonly string[]): string[] {
  return fields.filter((field) => ((values as Record<string, unknown>)[field] ?? null) !== null);
}
