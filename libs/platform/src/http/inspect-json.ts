import type { FieldError } from '#refusals';
import { LONGEST_LIST, MOST_FIELDS, tooManyEntries, tooManyFields } from './bound-json.js';
import { escapePointer } from './field-errors.js';

/** What every object has of itself: no rule would see that a request gives it. */
const BUILT_IN = Object.getOwnPropertyNames(Object.prototype);

/**
 * Finds what no field of any request may hold: NUL, half a surrogate pair, lists in lists, null as an entry of a
 * list, more than 500 entries, more than 200 fields or languages in one object, and a key that would reach into the
 * program. It looks no further into what is too much; how much there is of a body, and how deep, is known already.
 * @returns up to 100 fields at fault
 */
export function inspectJson(body: unknown): FieldError[] {
  return inspect(body, '').take(100).toArray();
}

function* inspect(value: unknown, pointer: string): Generator<FieldError> {
  if (typeof value === 'string') yield* inspectString(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) yield* inspectList(value, pointer);
  else yield* inspectObject(value, pointer);
}

function* inspectString(value: string, pointer: string): Generator<FieldError> {
  if (value.includes('\0'))
    yield { pointer, detail: 'Text cannot hold the NUL character.', code: 'nul-character' };
  else if (!value.isWellFormed())
    yield { pointer, detail: 'Text holds half of a character (a lone surrogate).', code: 'lone-surrogate' };
}

function* inspectList(value: readonly unknown[], pointer: string): Generator<FieldError> {
  if (value.length > LONGEST_LIST) {
    yield tooManyEntries(pointer, value.length);
    return;
  }
  for (const [index, entry] of value.entries()) {
    const at = `${pointer}/${index}`;
    if (entry === null || Array.isArray(entry))
      yield { pointer: at, detail: 'An entry of a list cannot be null or a list.', code: 'list-entry' };
    else yield* inspect(entry, at);
  }
}

function* inspectObject(value: object, pointer: string): Generator<FieldError> {
  const count = Object.keys(value).length;
  if (count > MOST_FIELDS) {
    yield tooManyFields(pointer, count);
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (BUILT_IN.includes(key))
      yield { pointer: at, detail: `There is no field ${key} here.`, code: 'unknown-field' };
    yield* inspectString(key, pointer);
    yield* inspect(entry, at);
  }
}
