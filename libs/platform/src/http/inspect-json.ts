import type { FieldError } from '#refusals';
import { escapePointer } from './field-errors.js';

export const DEEPEST_NESTING = 32;
export const LONGEST_LIST = 500;
export const MOST_FIELDS = 200;

/** What leads from any object to how the program makes it. */
const BUILT_IN = ['__proto__', 'constructor'];

/**
 * Finds what no field of any request may hold: NUL, half a surrogate pair, lists in lists, null as an entry of a
 * list, more than 500 entries, more than 200 fields or languages in one object, a key that would reach into the program,
 * and nesting beyond 32. It looks no further into what is too much, so that it costs no more than its bounds.
 * @returns up to 100 fields at fault
 */
export function inspectJson(body: unknown): FieldError[] {
  return inspect(body, '', 0).take(100).toArray();
}

function* inspect(value: unknown, pointer: string, depth: number): Generator<FieldError> {
  if (typeof value === 'string') yield* inspectString(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST_NESTING)
    yield { pointer, detail: `Nothing is nested deeper than ${DEEPEST_NESTING}.`, code: 'too-deep' };
  else if (Array.isArray(value)) yield* inspectList(value, pointer, depth);
  else yield* inspectObject(value, pointer, depth);
}

function* inspectString(value: string, pointer: string): Generator<FieldError> {
  if (value.includes('\0'))
    yield { pointer, detail: 'Text cannot hold the NUL character.', code: 'nul-character' };
  else if (!value.isWellFormed())
    yield { pointer, detail: 'Text holds half of a character (a lone surrogate).', code: 'lone-surrogate' };
}

function* inspectList(value: readonly unknown[], pointer: string, depth: number): Generator<FieldError> {
  if (value.length > LONGEST_LIST) {
    const detail = `At most ${LONGEST_LIST} entries are accepted in one request; these are ${value.length}.`;
    yield { pointer, detail, code: 'too-many' };
    return;
  }
  for (const [index, entry] of value.entries()) {
    const at = `${pointer}/${index}`;
    if (entry === null || Array.isArray(entry))
      yield { pointer: at, detail: 'An entry of a list cannot be null or a list.', code: 'list-entry' };
    else yield* inspect(entry, at, depth + 1);
  }
}

function* inspectObject(value: object, pointer: string, depth: number): Generator<FieldError> {
  const count = Object.keys(value).length;
  if (count > MOST_FIELDS) {
    const detail = `At most ${MOST_FIELDS} fields are accepted in one object; these are ${count}.`;
    yield { pointer, detail, code: 'too-many' };
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (BUILT_IN.includes(key))
      yield { pointer: at, detail: `There is no field ${key} here.`, code: 'unknown-field' };
    yield* inspectString(key, pointer);
    yield* inspect(entry, at, depth + 1);
  }
}
