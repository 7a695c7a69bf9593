import { foldText, isSeparator, isSpacelessCharacter } from './words.js';

/** One of the words by which a text is found, and from where to where it stands there, in UTF-16 units. */
export interface StandingWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** A word, and whether a hyphen, an apostrophe or a point joins it to the one before. */
type Part = StandingWord & { readonly isJoined: boolean };

/** Letters and digits with their marks, or any other character but a space. */
const RUNS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[^ ]/gu;
/** What of them folds by itself: syllables of Hangul together, kana with their voice marks. */
const CHARACTERS = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\uffa0-\uffdc]+|.[\u3099\u309a\uff9e\uff9f]?/gsu;
const PLAIN = /^[a-z0-9]+$/;
const MARKS = /^\p{M}+$/u;

/** The words by which a text is found, as `wordsOf` tells them, each time that they stand there. */
export function standingWords(text: string): StandingWord[] {
  const parts = partsIn(text);
  const words = parts.map(({ folded, start, end }) => ({ folded, start, end }));
  return [...words, ...joinedWords(parts), ...pairs(words)];
}

/** The words of a text in their order, told apart as `spellText` does. */
function partsIn(text: string): Part[] {
  const parts: Part[] = [];
  // What stands between the last word and what comes: nothing, a hyphen, or what parts words.
  let between: '' | '-' | ' ' = ' ';
  let reached = 0;
  for (const { folded, start, end } of piecesIn(text)) {
    const last = parts.at(-1);
    if (start > reached) between = ' ';
    reached = end;
    if (folded === '') {
      if (between === '' && MARKS.test(text.slice(start, end))) parts.splice(-1, 1, { ...last!, end });
    } else if (folded === '-') {
      between = between === '' ? '-' : ' ';
    } else if (isSeparator(folded)) {
      between = ' ';
    } else {
      const isAlone = between === ' ' || [folded, last!.folded].some(isSpacelessCharacter);
      if (between === '' && !isAlone) parts.splice(-1, 1, { ...last!, folded: last!.folded + folded, end });
      else parts.push({ folded, start, end, isJoined: !isAlone });
      between = '';
    }
  }
  return parts;
}

/** What folds by itself: some letters of a word, one character that is none, or nothing. */
function piecesIn(text: string): StandingWord[] {
  return [...text.matchAll(RUNS)].flatMap(({ 0: run, index }) => {
    const folded = foldText(run);
    if (PLAIN.test(folded) || ![...folded].some(isNoLetter))
      return [{ folded, start: index, end: index + run.length }];
    return [...run.matchAll(CHARACTERS)].flatMap(({ 0: character, index: at }) => {
      const [start, end] = [index + at, index + at + character.length];
      const ones = [...foldText(character)];
      return (ones.length > 0 ? ones : ['']).map((one) => ({ folded: one, start, end }));
    });
  });
}

function isNoLetter(character: string): boolean {
  return character === '-' || isSeparator(character) || isSpacelessCharacter(character);
}

/** What hyphens, apostrophes or points join, as one word. */
function joinedWords(parts: readonly Part[]): StandingWord[] {
  const chains: Part[][] = [];
  for (const part of parts) {
    if (part.isJoined) chains.at(-1)!.push(part);
    else chains.push([part]);
  }
  return chains
    .filter(({ length }) => length > 1)
    .map((chain) => ({
      folded: chain.map(({ folded }) => folded).join(''),
      start: chain[0]!.start,
      end: chain.at(-1)!.end,
    }));
}

function pairs(words: readonly StandingWord[]): StandingWord[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (!next || !isSpacelessCharacter(word.folded) || !isSpacelessCharacter(next.folded)) return [];
    return [{ folded: word.folded + next.folded, start: word.start, end: next.end }];
  });
}
