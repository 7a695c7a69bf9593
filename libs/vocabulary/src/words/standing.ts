import { foldText, isSpacelessCharacter } from './words.js';

/** One of the words by which a text is found, and from where to where it stands there, in UTF-16 units. */
export interface StandingWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits, with what cannot be seen between them. */
const RUNS = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|\p{Cf}+(?=[\p{L}\p{M}\p{N}]))*/gu;
const ASCII = /^[\0-\x7f]*$/;
const CHARACTERS = /.[\u3099\u309a\uff9e\uff9f]?/gsu;

/** The words by which a text is found, as `wordsOf` tells them, each time that they stand there. */
export function standingWords(text: string): StandingWord[] {
  const words = [...text.matchAll(RUNS)].flatMap(({ 0: run, index }) => wordsOfRun(run, index));
  return [...words, ...joinedWords(text, words), ...pairs(words)];
}

/** The words of a run: every character of a script without spaces is one. */
function wordsOfRun(run: string, at: number): StandingWord[] {
  const whole = { folded: foldText(run), start: at, end: at + run.length };
  if (ASCII.test(run) || ![...whole.folded].some(isApart)) return [whole];
  const words: StandingWord[] = [];
  let isOpen = false;
  for (const { 0: character, index } of run.matchAll(CHARACTERS)) {
    const [start, end] = [at + index, at + index + character.length];
    const folded = foldText(character);
    const apart = [...folded].filter(isApart);
    const before = words.at(-1);
    if (apart.length > 0)
      words.push(...apart.filter(isSpacelessCharacter).map((one) => ({ folded: one, start, end })));
    else if (before && (isOpen || folded === ''))
      words.splice(-1, 1, { ...before, folded: before.folded + folded, end });
    else words.push({ folded, start, end });
    isOpen = apart.length === 0 && (isOpen || folded !== '');
  }
  return words;
}

/** Whether a character is no part of a word with those beside it: some letters are written as an apostrophe is. */
function isApart(character: string): boolean {
  return character === '-' || isSpacelessCharacter(character);
}

/** What hyphens, apostrophes or points join, as one word. */
function joinedWords(text: string, words: readonly StandingWord[]): StandingWord[] {
  const chains: StandingWord[][] = [];
  for (const word of words) {
    const chain = chains.at(-1);
    const before = chain?.at(-1);
    if (before && isJoined(text, before, word)) chain!.push(word);
    else chains.push([word]);
  }
  return chains
    .filter(({ length }) => length > 1)
    .map((chain) => ({
      folded: chain.map(({ folded }) => folded).join(''),
      start: chain[0]!.start,
      end: chain.at(-1)!.end,
    }));
}

function isJoined(text: string, before: StandingWord, after: StandingWord): boolean {
  if (isSpacelessCharacter(before.folded) || isSpacelessCharacter(after.folded)) return false;
  return foldText(text.slice(before.end, after.start)) === '-';
}

function pairs(words: readonly StandingWord[]): StandingWord[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (!next || !isSpacelessCharacter(word.folded) || !isSpacelessCharacter(next.folded)) return [];
    return [{ folded: word.folded + next.folded, start: word.start, end: next.end }];
  });
}
