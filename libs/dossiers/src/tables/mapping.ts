import { invalid } from '#refusals';
import { knownLanguage } from '#vocabulary';
import type { DateOrder } from './dates.js';
import type { HeadFields } from './heads.rules.js';
import { foldWord } from './words.rules.js';

/** What was said of a column. */
export interface SaidColumn {
  /** The head as it was said, or the letters of the column. */
  readonly head: string;
  /** What it holds; null where it is left out. */
  readonly field: string | null;
  readonly lang: string | null;
  readonly order: DateOrder;
}

/** What was said of columns, by their folded heads. */
export type Mapping = ReadonlyMap<string, SaidColumn>;

const LEFT_OUT = '-';

/**
 * Reads what a caller says of columns: `{"Data": "signed", "Nome (EN)": "name:en", "Date": "signed:month-first"}`, or the
 * same as `Data:signed,Nome (EN):name:en`. A field `-` leaves a column out.
 * @throws Refusal `request.invalid`
 */
export function readMapping(text: string | undefined, fields: HeadFields): Mapping {
  const pairs = text === undefined || text.trim() === '' ? [] : pairsIn(text.trim());
  return new Map(pairs.map(([head, said]) => [foldWord(head), readSaid(head, said, fields)]));
}

function pairsIn(text: string): (readonly [string, string])[] {
  if (!text.startsWith('{')) return text.split(',').map(pairIn);
  const pairs = Object.entries(parseJson(text));
  if (pairs.length === 0 || pairs.some(([, said]) => typeof said !== 'string')) throw wrong(HOW);
  return pairs as [string, string][];
}

function pairIn(text: string): readonly [string, string] {
  const [head, ...said] = text.split(':');
  if (!head?.trim() || said.length === 0) throw wrong(HOW);
  return [head.trim(), said.join(':').trim()];
}

function parseJson(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : [];
  } catch {
    return [];
  }
}

function readSaid(head: string, said: string, fields: HeadFields): SaidColumn {
  const [field = '', option] = said.split(':').map((part) => part.trim());
  if (field === LEFT_OUT) return { head, field: null, lang: null, order: 'day-first' };
  if (!Object.hasOwn(fields, field))
    throw wrong(
      `There is no field ${field} for ${head}; there are ${Object.keys(fields).join(', ')}, and - for none.`,
    );
  const order = option === 'month-first' ? option : 'day-first';
  const lang = option === undefined || option === order ? null : knownLanguage(option);
  if (option !== undefined && option !== order && !lang)
    throw wrong(`${option} is neither a language such as it or zh-Hans, nor day-first or month-first.`);
  return { head, field, lang, order };
}

function wrong(detail: string) {
  return invalid([{ pointer: '?mapping', detail, code: 'mapping' }]);
}

const HOW = 'Say what columns hold as {"Data": "signed", "Nome": "name:it"}, or as Data:signed,Nome:name:it.';
