import {
  type ClosedWords,
  type WordLanguage,
  type Words,
  foldWord,
  foldedWords,
  wordOf,
} from './words.rules.js';

/** What a column of a sheet can hold. */
export interface HeadField {
  /** What offices write above it. */
  readonly words: Words;
  /** Whether it holds a text or a name, and so may be there once for each language. */
  readonly inLanguages?: boolean;
  /** It is what the head says only where half of its cells are words of this list. */
  readonly holds?: ClosedWords;
  /** It is what the head says only beside a column of this field. */
  readonly beside?: string;
}

/** What the columns of a kind of sheet can hold, by name; where a head can be several, the first that fits. */
export type HeadFields = Readonly<Record<string, HeadField>>;

/** What a head means, as far as it can be told from it alone. */
export interface HeadGuess {
  readonly field: string;
  /** The language that the head says its cells are in. */
  readonly lang: string | null;
  /** The language that the head is written in. */
  readonly written: WordLanguage | null;
}

/** Languages as heads name them: “Nome (inglese)”, 英文名, “Name EN”. */
const LANGUAGES: Readonly<Record<string, Words>> = {
  'zh-Latn': ['pinyin|traslitterazione', 'romanized|romanised|transliteration', '拼音'],
  'zh-Hans': ['cinese|zh|cn|caratteri cinesi', 'chinese|zh hans|chinese characters', '中文|汉语|汉字'],
  en: ['inglese|en|eng', 'english', '英文|英语'],
  it: ['italiano|it|ita', 'italian', '意大利文|意大利语|意文'],
};

/** Finds what a head can mean, the most likely first. */
export function guessHead(head: string, fields: HeadFields): HeadGuess[] {
  const folded = foldWord(head);
  const exact = guessesOf(folded, fields, null);
  if (exact.length > 0) return exact;
  const { rest, lang } = withoutLanguage(folded);
  if (!lang) return [];
  // “Pinyin” alone is a name.
  const guesses = rest === '' ? [{ field: 'name', lang, written: null }] : guessesOf(rest, fields, lang);
  return guesses.filter(({ field }) => fields[field]?.inLanguages);
}

function guessesOf(folded: string, fields: HeadFields, lang: string | null): HeadGuess[] {
  return Object.entries(fields).flatMap(([field, { words }]) => {
    const written = foldedWords(words).get(folded) ?? null;
    return written || foldWord(field) === folded ? [{ field, lang, written }] : [];
  });
}

function withoutLanguage(folded: string): { rest: string; lang: string | null } {
  for (const [lang, words] of Object.entries(LANGUAGES))
    for (const word of foldedWords(words).keys()) {
      const rest = without(folded, word);
      if (rest !== null) return { rest, lang };
    }
  return { rest: folded, lang: null };
}

const HAN = /\p{Script=Han}/u;

/** A word stands apart, but in Chinese, which sets nothing apart. */
function without(folded: string, word: string): string | null {
  if (HAN.test(word)) {
    const isThere = folded.startsWith(word) || folded.endsWith(word);
    return isThere ? folded.replace(word, '').trim() : null;
  }
  const words = folded.split(' ');
  const sought = word.split(' ');
  const at = words.findIndex((_, index) => sought.every((one, offset) => words[index + offset] === one));
  if (at < 0) return null;
  const before = words.slice(0, at).filter((one, index, all) => index < all.length - 1 || one !== 'in');
  return [...before, ...words.slice(at + sought.length)].join(' ');
}

/** Whether at least half of the texts are words of a list. */
export function areWordsOf(texts: readonly string[], list: ClosedWords): boolean {
  const known = texts.filter((text) => wordOf(text, list) !== null);
  return known.length > 0 && known.length * 2 >= texts.length;
}
