import { isSpacelessCharacter, respellText, spellText } from './words.js';

/** What is asked for: words of which each may be a part, or, in quotation marks, a run of whole ones. */
export interface Asked {
  /** Every one of them has to occur; of those of one entry, one does. */
  readonly words: readonly (readonly string[])[];
  /** What has to stand as it is written, its words parted by one space. */
  readonly phrases: readonly string[];
}

const SPACES = /[\t-\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
/** Unicode's quotation marks, but for those that are apostrophes too. */
const QUOTES = /[“”„‟«»‹›「」『』〝〞〟﹁﹂﹃﹄＂｢｣⹂]/g;
/** What is quoted, or stands between spaces; initials together. */
const PIECES = /"([^"]*)"|((?:[^ "]\. +(?=[^ "](?:[. "]|$)))*[^ "]+)/gu;

/** Reads what is asked for, as the database does. */
export function readAsked(text: string): Asked {
  const plain = text.replace(SPACES, ' ').replace(QUOTES, '"');
  const pieces = [...plain.matchAll(PIECES)];
  const quoted = pieces.flatMap(([, phrase]) => (phrase === undefined ? [] : [spellText(phrase)]));
  const words = pieces.flatMap(([, phrase, piece]) =>
    piece === undefined ? termsOf(spellText(phrase!)) : alternativesOf(piece),
  );
  return { words, phrases: quoted.filter(Boolean).map((spelled) => spelled.replaceAll('-', ' ')) };
}

/** The terms of a piece as it is written, and each as it is respelled. */
function alternativesOf(piece: string): string[][] {
  const respelled = termsOf(spellText(respellText(piece) ?? ''));
  return termsOf(spellText(piece)).map((words, index) => [
    ...new Set([...words, ...(respelled[index] ?? [])]),
  ]);
}

/** The terms of a piece: pairs of characters of a script without spaces, or one that stands alone, and words. */
function termsOf(spelled: string): string[][] {
  const words = spelled.split(' ').filter(Boolean);
  return words.flatMap((word, index) => {
    if (!isSpacelessCharacter(word)) return partsOf(word);
    const [before, after] = [words[index - 1], words[index + 1]].map((one) =>
      isSpacelessCharacter(one ?? ''),
    );
    if (after) return [[word + words[index + 1]!]];
    return before ? [] : [[word]];
  });
}

function partsOf(word: string): string[][] {
  if (!word.includes('-')) return [[word]];
  return word.split('-').map((part) => [part, word.replaceAll('-', '')]);
}
