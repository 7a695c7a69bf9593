import type { FieldError } from '../problems/refusal.js';
import { escapePointer } from './field-errors.js';

export const DEEPEST_NESTING = 32;
export const LONGEST_LIST = 500;

/**
 * Finds what no field of any request may hold: NUL, half a surrogate pair, lists in lists, nothing as an entry of a
 * list, more than 500 entries, a key that would reach into the program, and nesting beyond 32.
 */
export function inspectJson(body: unknown): FieldError[] {
  const errors: FieldError[] = [];
  inspect(body, '', 0);
  return errors;

  function inspect(value: unknown, pointer: string, depth: number): void {
    if (typeof value === 'string') inspectString(value, pointer);
    else if (depth > DEEPEST_NESTING)
      refuse(pointer, `Nothing is nested deeper than ${DEEPEST_NESTING}.`, 'too-deep');
    else if (Array.isArray(value)) inspectList(value, pointer, depth);
    else if (value !== null && typeof value === 'object') inspectObject(value, pointer, depth);
  }

  function inspectString(value: string, pointer: string): void {
    if (value.includes('\0')) refuse(pointer, 'Text cannot hold the NUL character.', 'nul-character');
    else if (!value.isWellFormed())
      refuse(pointer, 'Text holds half of a character (a lone surrogate).', 'lone-surrogate');
  }

  function inspectList(value: unknown[], pointer: string, depth: number): void {
    if (value.length > LONGEST_LIST)
      return refuse(
        pointer,
        `At most ${LONGEST_LIST} entries are accepted in one request; these are ${value.length}.`,
        'too-many',
      );
    value.forEach((entry, index) => {
      if (entry === null || Array.isArray(entry))
        refuse(`${pointer}/${index}`, 'An entry of a list cannot be null or a list.', 'list-entry');
      else inspect(entry, `${pointer}/${index}`, depth + 1);
    });
  }

  function inspectObject(value: object, pointer: string, depth: number): void {
    for (const [key, entry] of Object.entries(value)) {
      const at = `${pointer}/${escapePointer(key)}`;
      if (key === '__proto__') refuse(at, 'There is no field __proto__ here.', 'unknown-field');
      inspectString(key, pointer);
      inspect(entry, at, depth + 1);
    }
  }

  function refuse(pointer: string, detail: string, code: string): void {
    if (errors.length < 100) errors.push({ pointer, detail, code });
  }
}
