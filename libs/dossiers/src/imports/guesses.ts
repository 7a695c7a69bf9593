import type { Entry } from './entries.js';
import type { Translated } from './translation.js';
import type { WrittenDossier } from './written-dossier.js';

/** What an entry says of a record that was there: all but what is guessed for one that has to be made. */
export function withoutGuesses(
  { isGuessed }: WrittenDossier,
  entry: Entry,
  translated: Translated,
): Translated {
  const { at, section } = entry;
  const nameOf = (property: string): string =>
    [...section.fields.values()].find((field) => field.property === property)!.name;
  const known = Object.entries(translated.input).filter(
    ([property]) => !isGuessed?.([...at, nameOf(property)]),
  );
  return { ...translated, input: Object.fromEntries(known) };
}
