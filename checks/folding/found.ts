import { type Asked, isSpacelessCharacter, spellText, wordsOf } from '#vocabulary';

/** Whether a name is found by what is asked for. */
export function isFoundBy(asked: Asked, name: string): boolean {
  const spelled = ` ${spellText(name).replaceAll('-', ' ')} `;
  const known = wordsOf(name);
  return (
    asked.words.every((alternatives) =>
      alternatives.some((word) => known.some((one) => isLike(one, word))),
    ) && asked.phrases.every((phrase) => spelled.includes(` ${phrase} `))
  );
}

/** A word is found by any part of three letters or more, and by how it begins. */
function isLike(known: string, word: string): boolean {
  if (isSpacelessCharacter([...word][0]!)) return known === word;
  return [...word].length < 3 ? known.startsWith(word) : known.includes(word);
}
