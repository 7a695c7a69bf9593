import type { FieldError } from '#refusals';
import { type Range, passageErrors } from '../sources/source.rules.js';

/** The most characters that the JSON of a value in a source may have. */
export const VALUE_MAX_LENGTH = 10_000;

/** Where in a source something stands. */
export interface Locator {
  readonly page?: number | null;
  readonly paragraph?: number | null;
  readonly start?: number | null;
  readonly end?: number | null;
}

/**
 * Finds what keeps a locator from leading to a place in a source.
 * @param length how many characters the text of the source has; null where that is not known yet
 */
export function locatorErrors(
  locator: Locator | null | undefined,
  length: number | null = null,
): FieldError[] {
  if (!locator) return [];
  const { page = null, paragraph = null, start = null, end = null } = locator;
  if ((start === null) !== (end === null))
    return [fault(start === null ? '/locator/start' : '/locator/end', 'A range has a start and an end.')];
  if (start !== null) return passageErrors({ start, end } as Range, length ?? Infinity, '/locator');
  return (page ?? paragraph) ? [] : [fault('/locator', 'Give a page, a paragraph, or a start and an end.')];
}

function fault(pointer: string, detail: string): FieldError {
  return { pointer, detail, code: 'locator' };
}

/** Finds a field that records of a kind do not have. */
export function fieldErrors(
  field: string | null | undefined,
  kind: string,
  fields: readonly string[],
): FieldError[] {
  if (field == null || fields.includes(field)) return [];
  const detail = `A record of the kind ${kind} has no field “${field}”; it has ${fields.join(', ')}.`;
  return [{ pointer: '/field', detail, code: 'unknown-field' }];
}

/** Whether the JSON of a value in a source is short enough to be kept beside the record. */
export function isShortEnough(value: unknown): boolean {
  return (JSON.stringify(value) ?? '').length <= VALUE_MAX_LENGTH;
}
