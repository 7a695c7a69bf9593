import type { Refusal } from '#refusals';
import type { CST } from 'yaml';
import { hasMoreOf, unreadable } from '../tables/decoded-text.js';

/** How many values one dossier may come to, whatever its aliases repeat. */
export const MOST_VALUES = 50_000;

/** How many characters one value may have, as it is written. */
const LONGEST_VALUE = 1_000_000;

/** How many levels one dossier may have. */
export const DEEPEST = 64;

/** No value takes more signs than one of JSON: its key and itself in quotation marks, a colon and a comma. */
const MOST_SIGNS = 6 * MOST_VALUES;

/** The signs that mean something in YAML, and the end of a line. */
const SIGNS = '\n,:[]{}?-&*!#|>\'"%@`';

/**
 * Refuses a text in UTF-8 with a document of far too many values, at a glance: to read it would take seconds.
 * @throws Refusal `dossier.unreadable`
 */
export function assertReadable(text: Buffer): void {
  if (hasMoreOf(SIGNS, MOST_SIGNS, text, '\n---')) throw tooMuch('values', MOST_VALUES);
}

/**
 * Refuses a document of too many parts, before a value is made of any.
 * @throws Refusal `dossier.unreadable`
 */
export function assertComposable(token: CST.Token): void {
  if (token.type !== 'document') return;
  let parts = token.start.length;
  const open: (CST.Token | null | undefined)[] = [token.value];
  while (open.length > 0) {
    const node = open.pop();
    if (node && 'source' in node && node.source.length > LONGEST_VALUE)
      throw tooMuch('characters in one value', LONGEST_VALUE);
    if (!node || !('items' in node)) continue;
    parts += node.items.length;
    for (const { start, key, sep = [], value } of node.items) {
      parts += Math.max(0, start.length + sep.length - USUAL);
      open.push(key, value);
    }
    if (parts > MOST_VALUES) throw tooMuch('values', MOST_VALUES);
  }
}

/** Spaces, ends of lines and signs around one value: what is more may be comments, or meant to be costly. */
const USUAL = 6;

/** Refuses a dossier that would take too much. */
export function tooMuch(what: string, most: number): Refusal {
  return unreadable(`A dossier has at most ${most} ${what}.`);
}
