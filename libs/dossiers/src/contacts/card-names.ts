import { type Name, knownLanguage } from '#vocabulary';
import { languageOf, namesInScripts } from '../tables/names.js';
import { hasHan } from '../tables/words.rules.js';
import type { Card } from './cards.js';

/**
 * The names on a card: as it is formatted, in every language; as it is pronounced; nicknames. Where it is not formatted,
 * it is made of its parts.
 * @param said the language of names, where nothing else tells it
 */
export function namesOf(card: Card, said: string | null): Name[] {
  const formatted = card
    .all('fn')
    .flatMap(({ values, language }) => namesInScripts(values[0]!, tagOf(language) ?? said));
  const names = formatted.length > 0 ? formatted : fromParts(card, said);
  const nicknames = card
    .all('nickname')
    .flatMap(({ values, language }) =>
      values.flatMap((value) => namesInScripts(value, tagOf(language) ?? said, 'nickname')),
    );
  const all = [...names, ...pronounced(card, names), ...nicknames];
  return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at);
}

function fromParts(card: Card, said: string | null): Name[] {
  const [family = '', given = ''] = card.all('n')[0]?.values ?? [];
  const isHan = /^\p{Script=Han}+$/u.test(family + given);
  const text = (isHan ? `${family}${given}` : `${given} ${family}`).trim();
  const organization = card.all('org')[0]?.values[0] ?? '';
  return namesInScripts(text || organization, said);
}

/** Phones write beside Han characters how they are pronounced. */
function pronounced(card: Card, names: readonly Name[]): Name[] {
  const parts = [card.text('x-phonetic-last-name'), card.text('x-phonetic-first-name')].filter(
    (part) => part !== null,
  );
  const isHan = names.some(({ text }) => hasHan(text));
  if (parts.length === 0) return [];
  const text = (isHan ? parts : parts.toReversed()).join(' ');
  return [{ text, lang: isHan ? languageOf(text, 'zh') : languageOf(text, null), kind: 'alias' }];
}

function tagOf(language: string | null): string | null {
  return language && knownLanguage(language);
}
