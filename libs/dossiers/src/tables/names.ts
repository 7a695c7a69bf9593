import type { Name, NameKind } from '#vocabulary';
import { knownLanguage } from '#vocabulary';
import { foldTerm, hasHan } from './words.rules.js';

/** Scripts that tell the language, with the one that they are taken for. */
const BY_SCRIPT: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh-Hans', /\p{Script=Han}/u],
];
/** Scripts that are written in several languages. */
const SCRIPTS = ['Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Thai'].map(
  (script) => [script.slice(0, 4), new RegExp(`\\p{Script=${script}}`, 'u')] as const,
);

/**
 * The language of a text: that of its script, where that tells it, else the one that was said.
 * @param said the language of its column, or of the sheet
 */
export function languageOf(text: string, said: string | null): string {
  const [shown] = BY_SCRIPT.find(([, pattern]) => pattern.test(text)) ?? [];
  const spoken = said === null ? undefined : new Intl.Locale(said);
  if (shown) return spoken && sameSpoken(spoken, shown) ? said! : shown;
  // What is said to be Chinese, and has no Han character, is romanized.
  if (spoken?.language === 'zh') return 'zh-Latn';
  const [script] = SCRIPTS.find(([, pattern]) => pattern.test(text)) ?? [];
  if (script && !spoken) return `und-${SCRIPT_CODES[script]}`;
  return said ?? 'und';
}

const SCRIPT_CODES: Readonly<Record<string, string>> = {
  Cyri: 'Cyrl',
  Gree: 'Grek',
  Arab: 'Arab',
  Hebr: 'Hebr',
  Thai: 'Thai',
};

function sameSpoken(said: Intl.Locale, shown: string): boolean {
  return said.language === new Intl.Locale(shown).language && said.script !== 'Latn';
}

/** What stands between several names of one thing: new lines, semicolons, a slash or bar set apart. */
const BETWEEN_NAMES = /\s*(?:[\n\r;；|｜]|\s\/\s)\s*/u;
const HAN_RUN = /\p{Script=Han}(?:[\p{Script=Han}\p{N}·・（）()、“”《》-]|\s+(?=\p{Script=Han}))*/u;
const IN_BRACKETS = /^(.+?)\s*[（(]([^（）()]+)[）)]$/u;

/** The names in one cell: `Pechino / Beijing / 北京`, `孙志明 Sun Zhiming`, `Tsinghua University（清华大学）`. */
export function splitNames(text: string): string[] {
  const names = text.split(BETWEEN_NAMES).flatMap(splitScripts);
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}

/** One name in Han characters beside one in letters are two. */
function splitScripts(text: string): string[] {
  const [, outside, inside] = IN_BRACKETS.exec(text) ?? [];
  if (outside && inside && hasHan(outside) !== hasHan(inside)) return [outside, inside];
  const found = HAN_RUN.exec(text);
  if (!found || found[0] === text) return [text];
  const { 0: han, index } = found;
  const [before, after] = [text.slice(0, index), text.slice(index + han.length)];
  const isBesides = (rest: string): boolean => rest === '' || /^\s|\s$/.test(rest);
  const rest = before.trim() || after.trim();
  const isOne = (before.trim() !== '' && after.trim() !== '') || !isBesides(before) || !isBesides(after);
  if (isOne || hasHan(rest) || !/\p{L}{2}/u.test(rest)) return [text];
  return before.trim() === '' ? [han, rest] : [rest, han];
}

/** Makes names of the texts of a cell. */
export function namesIn(text: string, said: string | null, kind: NameKind = 'official'): Name[] {
  return splitNames(text).map((name) => ({ text: name, lang: languageOf(name, said), kind }));
}

/** Of names that are written alike the first. */
export function onceEach<T extends { readonly name: Name }>(named: readonly T[]): T[] {
  const seen = new Set<string>();
  return named.filter(({ name: { text } }) => seen.size < seen.add(text).size);
}

/** Makes names of what is one name, in Han characters and in letters at most. */
export function namesInScripts(text: string, said: string | null, kind: NameKind = 'official'): Name[] {
  const names = splitScripts(text.replace(/\s+/g, ' ').trim()).map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => ({ text: name, lang: languageOf(name, said), kind }));
}

/** What separates entries of a list in one cell; names of organizations have commas in them. */
export function splitList(text: string, { commas = false } = {}): string[] {
  const parts = text.split(commas ? /[\n\r;；、,，/]/u : /[\n\r;；、]/u).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Languages that lists of people name. */
const SPOKEN =
  'it en zh fr de es pt ru ja ko ar nl pl ro el tr sq sr hr sl hu cs sk bg uk sv da fi vi th hi fa he id'.split(
    ' ',
  );

const spoken: ReadonlyMap<string, string> = new Map(
  ['it', 'en', 'zh'].flatMap((shown) => {
    const names = new Intl.DisplayNames(shown, { type: 'language' });
    return SPOKEN.map((language) => [foldTerm(names.of(language)!), language] as const);
  }),
);

/** The language that a word names, as a tag; null where it names none. */
export function languageNamed(text: string): string | null {
  const folded = foldTerm(text);
  const bare = folded.replace(/(?<=\p{Script=Han})[语文]$/u, '');
  const named = spoken.get(folded) ?? spoken.get(`${bare}文`.normalize('NFKD')) ?? spoken.get(`${bare}语`);
  return (
    named ?? (/^[a-z]{2,3}(?:[- ][a-z]{2,4})*$/i.test(text) ? knownLanguage(text.replaceAll(' ', '-')) : null)
  );
}
