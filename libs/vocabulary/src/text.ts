import { type Fault, faultsAmong, isKeyed } from './fault.js';
import { isVisible } from './line.js';
import { knownLanguage } from './name.js';

/** The same text in one or more languages: canonical BCP 47 tag to text. */
export type Text = Record<string, string>;

/** The most characters (UTF-16 units) a text may have in one language. */
export const TEXT_MAX_LENGTH = 20_000;

/**
 * Says what keeps a value from being a `Text`.
 * @returns one fault per language, its key the language as given; empty when the value is a `Text`
 */
export function textProblems(value: unknown): Fault[] {
  if (!isKeyed(value) || Object.keys(value).length === 0) {
    return [{ key: '', detail: 'Give the text in at least one language, as in { "it": "…" }.' }];
  }
  const texts = Object.entries(value);
  return faultsAmong(texts.map(([key, text]) => [key, languageProblem(key) ?? translationProblem(text)]));
}

function languageProblem(key: string): string | null {
  const canonical = knownLanguage(key);
  if (canonical === null) return 'This is not a language tag such as "it" or "zh-Hans".';
  // Texts are looked up by their key, so one language has one spelling.
  return canonical === key ? null : `Write this language as "${canonical}".`;
}

function translationProblem(text: unknown): string | null {
  if (typeof text !== 'string' || !isVisible(text)) return 'Write the text, or leave this language out.';
  return text.length > TEXT_MAX_LENGTH ? `Keep the text to ${TEXT_MAX_LENGTH} characters.` : null;
}
