import {
  type Asked,
  isBeginning,
  isSpacelessCharacter,
  respellText,
  spellText,
  wordsOfName,
} from '#vocabulary';

/** What a name is found by. */
export interface Known {
  readonly spelled: string;
  readonly words: readonly string[];
}

/** What is known of a name. */
export function knownOf(name: string): Known {
  const ways = [name, respellText(name) ?? name];
  return {
    spelled: ways.map((one) => ` ${spellText(one).replaceAll('-', ' ')} `).join('\n'),
    words: wordsOfName(name),
  };
}

/** Whether a name is found by what is asked for, where these words occur in names. */
export function isFoundBy(
  asked: Asked,
  { spelled, words }: Known,
  occurring: ReadonlySet<string> = new Set(),
): boolean {
  return (
    asked.words.every((alternatives, index) => {
      const isLast = index === asked.words.length - 1;
      // So short a word that others follow is no beginning of another.
      const isWhole = !isLast && alternatives.every((word) => isBeginning(word) && occurring.has(word));
      return alternatives.some((word) => words.some((one) => (isWhole ? one === word : isLike(one, word))));
    }) && asked.phrases.every((phrase) => spelled.includes(` ${phrase} `))
  );
}

/** A word is found by any part that is long enough, and by how it begins. */
function isLike(known: string, word: string): boolean {
  if (isSpacelessCharacter([...word][0]!)) return known === word;
  return isBeginning(word) ? known.startsWith(word) : known.includes(word);
}
