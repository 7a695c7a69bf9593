import { type FieldError, invalid } from '#refusals';
import { escapePointer } from './field-errors.js';

const DEEPEST_NESTING = 32;
export const LONGEST_LIST = 500;
export const MOST_FIELDS = 200;
const MOST_VALUES = 10_000;

/** An object or a list that is being read. */
interface Opened {
  readonly isList: boolean;
  /** How many of its entries have ended. */
  ended: number;
  /** Where the name of its last field begins. */
  name: number;
}

const [QUOTE, COMMA, COLON, BACKSLASH] = [...'",:\\'].map((sign) => sign.charCodeAt(0));
const [LIST, LIST_END, OBJECT, OBJECT_END] = [...'[]{}'].map((sign) => sign.charCodeAt(0));

/**
 * Refuses a body of more than 10 000 values, 500 entries in a list, 200 fields or languages in an object, or nesting
 * beyond 32, before anything is made of it. It looks at the bytes once, and leaves it to the parser whether they are JSON.
 */
export function assertBounded(json: Buffer): void {
  const opened: Opened[] = [];
  let [text, values] = [0, 0];
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]!;
    const last = opened.at(-1);
    if (byte === QUOTE) at = endOfText(json, (text = at));
    else if (byte === COLON && last) last.name = text;
    else if (byte === LIST_END || byte === OBJECT_END) opened.pop();
    else if (byte === LIST || byte === OBJECT) {
      values++;
      opened.push({ isList: byte === LIST, ended: 0, name: 0 });
    } else if (byte === COMMA && last) {
      values++;
      if (++last.ended === mostOf(last)) throw invalid([tooMany(json, opened, at)]);
    }
    if (values > MOST_VALUES) throw invalid([TOO_MANY_VALUES]);
    if (opened.length > DEEPEST_NESTING) throw invalid([tooDeep(json, opened)]);
  }
}

function endOfText(json: Buffer, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}

function mostOf({ isList }: Opened): number {
  return isList ? LONGEST_LIST : MOST_FIELDS;
}

function tooMany(json: Buffer, opened: readonly Opened[], at: number): FieldError {
  const { isList, ended } = opened.at(-1)!;
  const count = ended + entriesFrom(json, at + 1);
  const pointer = pointerTo(json, opened);
  return isList ? tooManyEntries(pointer, count) : tooManyFields(pointer, count);
}

/** How many entries there are until the object or list ends. */
function entriesFrom(json: Buffer, start: number): number {
  let [entries, depth] = [1, 0];
  for (let at = start; at < json.length && depth >= 0; at++) {
    const byte = json[at]!;
    if (byte === QUOTE) at = endOfText(json, at);
    else if (byte === LIST || byte === OBJECT) depth++;
    else if (byte === LIST_END || byte === OBJECT_END) depth--;
    else if (byte === COMMA && depth === 0) entries++;
  }
  return entries;
}

function pointerTo(json: Buffer, opened: readonly Opened[]): string {
  const tokens = opened
    .slice(0, -1)
    .map(({ isList, ended, name }) =>
      isList ? `${ended}` : json.toString('utf8', name + 1, endOfText(json, name)),
    );
  return tokens.map((token) => `/${escapePointer(token)}`).join('');
}

/** @param count how many there are */
export function tooManyEntries(pointer: string, count: number): FieldError {
  const detail = `At most ${LONGEST_LIST} entries are accepted in one request; these are ${count}.`;
  return { pointer, detail, code: 'too-many' };
}

/** @param count how many there are */
export function tooManyFields(pointer: string, count: number): FieldError {
  const detail = `At most ${MOST_FIELDS} fields are accepted in one object; these are ${count}.`;
  return { pointer, detail, code: 'too-many' };
}

function tooDeep(json: Buffer, opened: readonly Opened[]): FieldError {
  const detail = `Nothing is nested deeper than ${DEEPEST_NESTING}.`;
  return { pointer: pointerTo(json, opened), detail, code: 'too-deep' };
}

const TOO_MANY_VALUES: FieldError = {
  pointer: '',
  detail: 'At most 10 000 fields and entries are accepted in one request.',
  code: 'too-many',
};
