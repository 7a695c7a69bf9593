export const NAME_KINDS = [
  'official',
  'short',
  'acronym',
  'alias',
  'former',
  'nickname',
  'as_printed',
] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** The most characters a name may have. */
export const NAME_MAX_LENGTH = 300;

/** The most tags that `languageCandidates` gives: a fixed bound keeps the SQL fixed. */
export const MAX_LANGUAGE_CANDIDATES = 6;

/** One of the names of a record; `lang` is a canonical BCP 47 tag. */
export interface Name {
  text: string;
  lang: string;
  kind: NameKind;
}

interface LanguageRange {
  tag: string;
  weight: number;
}

const MAX_RANGES = 20;
// 35 characters hold every tag in ordinary use (RFC 5646 §4.4.1).
const RANGE = /^([a-z0-9-]{1,35})(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/**
 * Spells a BCP 47 tag the canonical way: 'zh-hans' becomes 'zh-Hans', 'IT' becomes 'it'.
 * @returns null where the tag is not well-formed (as a Unicode locale identifier, which leaves out 'x-…' and extlangs)
 */
export function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

let languages: Intl.DisplayNames | undefined;

/** The English name of a language tag. */
// Made for the first that asks: it takes longer than to load all of this library.
function englishName(tag: string): string | undefined {
  languages ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return languages.of(tag);
}

/**
 * Spells a BCP 47 tag the canonical way, if CLDR knows the language, script, region and variants that it names.
 * @returns null for any other: 'english' is well-formed, but no language
 */
export function knownLanguage(tag: string): string | null {
  const canonical = canonicalLanguage(tag);
  return canonical !== null && isKnown(new Intl.Locale(canonical)) ? canonical : null;
}

// Of languages without a name of their own CLDR still knows how they are written.
function isKnown({ baseName, language }: Intl.Locale): boolean {
  const isLanguage =
    language === 'und' ||
    englishName(language) !== undefined ||
    new Intl.Locale(language).maximize().script !== undefined;
  return isLanguage && englishName(`en${baseName.slice(language.length)}`) !== undefined;
}

/**
 * Gives the tags to look names up by, best first, from an Accept-Language header (RFC 9110 §12.5.4):
 * 'zh-CN,it;q=0.8' gives 'zh-CN', 'zh-Hans', 'zh', 'it'.
 * Each range is looked up as in RFC 4647 §3.4, its likely script added.
 * What cannot be read is ignored, and so is what follows the twentieth range.
 * @returns at most six canonical tags, none twice; none at all without a header
 */
export function languageCandidates(header: string | undefined): string[] {
  const candidates = acceptedLanguages(header ?? '').flatMap(lookupTags);
  return [...new Set(candidates)].slice(0, MAX_LANGUAGE_CANDIDATES);
}

function acceptedLanguages(header: string): string[] {
  return header
    .split(',', MAX_RANGES)
    .map(readRange)
    .filter((range) => range !== null)
    .filter((range) => range.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((range) => range.tag);
}

function readRange(entry: string): LanguageRange | null {
  const [, range = '', weight = '1'] = RANGE.exec(entry.trim()) ?? [];
  const tag = canonicalLanguage(range);
  return tag === null ? null : { tag, weight: Number(weight) };
}

function lookupTags(tag: string): string[] {
  const { language } = new Intl.Locale(tag);
  return [tag, ...truncations(tag), ...likelyScript(tag), language];
}

function truncations(tag: string): string[] {
  // A singleton such as the 'u' of 'de-u-co' goes together with what follows it.
  const shorter = tag.replace(/(?:-[^-])?-[^-]+$/, '');
  return shorter.includes('-') ? [shorter, ...truncations(shorter)] : [];
}

function likelyScript(tag: string): string[] {
  const { language, script } = new Intl.Locale(tag).maximize();
  // Where Latin is the usual script the bare language says enough; the others are romanized too, as in zh-Latn.
  const usual = new Intl.Locale(language).maximize().script;
  return script === undefined || (script === 'Latn' && usual === 'Latn') ? [] : [`${language}-${script}`];
}
