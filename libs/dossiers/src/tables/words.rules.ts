import { foldText } from '#vocabulary';

/** The languages that heads and words of closed lists are known in. */
export const WORD_LANGUAGES = ['it', 'en', 'zh-Hans'] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

/** What something is called in Italian, English and Chinese, in each with `|` between several. */
export type Words = readonly [it: string, en: string, zh: string];

/** The words of a closed list, each with what offices call it. */
export type ClosedWords = Readonly<Record<string, Words>>;

/** A word as it is compared: without case, accents and signs. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same, where variants of characters are one: 電話 is 电话. What is remembered by its key keeps them apart. */
export function foldTerm(text: string): string {
  return foldWord(foldText(text));
}

/** Every one of some words, with its language. */
export function wordsIn(words: Words): (readonly [word: string, language: WordLanguage])[] {
  return words.flatMap((list, at) => list.split('|').map((word) => [word, WORD_LANGUAGES[at]!] as const));
}

/** Whether some of a text is written in Chinese characters. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Finds the word of a closed list that a text stands for: itself, or what it is called in one of the languages. */
export function wordOf(text: string, list: ClosedWords): string | null {
  return dictionaryOf(list).get(foldTerm(text)) ?? null;
}

const dictionaries = new WeakMap<ClosedWords, ReadonlyMap<string, string>>();

function dictionaryOf(list: ClosedWords): ReadonlyMap<string, string> {
  const known = dictionaries.get(list);
  if (known) return known;
  const entries = Object.entries(list).flatMap(([word, called]) =>
    [word, ...wordsIn(called).map(([text]) => text)].map((text) => [foldTerm(text), word] as const),
  );
  const made = new Map(entries);
  dictionaries.set(list, made);
  return made;
}
