import type { Entry } from './entries.js';
import { fieldOf } from './fields.js';
import type { Translated } from './translation.js';
import type { WrittenDossier } from './written-dossier.js';

/** What an entry says of a record that was there: all but what is guessed for one that has to be made. */
export function withoutGuesses(
  { isGuessed }: WrittenDossier,
  entry: Entry,
  translated: Translated,
): Translated {
  const { at, section } = entry;
  const known = Object.entries(translated.input).filter(
    ([property]) => !isGuessed?.([...at, fieldOf(property, section.fields)!.name]),
  );
  return { ...translated, input: Object.fromEntries(known) };
}
