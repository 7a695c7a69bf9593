import { type Asked, isSpacelessCharacter, spellText, wordsOf } from '#vocabulary';

/** What a name is found by. */
export interface Known {
  readonly spelled: string;
  readonly words: readonly string[];
}

/** What is known of a name. */
export function knownOf(name: string): Known {
  return { spelled: ` ${spellText(name).replaceAll('-', ' ')} `, words: wordsOf(name) };
}

/** Whether a name is found by what is asked for. */
export function isFoundBy(asked: Asked, { spelled, words }: Known): boolean {
  return (
    asked.words.every((alternatives) =>
      alternatives.some((word) => words.some((one) => isLike(one, word))),
    ) && asked.phrases.every((phrase) => spelled.includes(` ${phrase} `))
  );
}

/** A word is found by any part of three letters or more, and by how it begins. */
function isLike(known: string, word: string): boolean {
  if (isSpacelessCharacter([...word][0]!)) return known === word;
  return [...word].length < 3 ? known.startsWith(word) : known.includes(word);
}
