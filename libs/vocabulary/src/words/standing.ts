import { foldText, isSeparator, isSpacelessCharacter, repeatCharacters, respellText } from './words.js';

/** One of the words by which a text is found, and from where to where it stands there, in UTF-16 units. */
export interface StandingWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** A word, and what stands between it and the one before: hyphens, apostrophes and points as hyphens, all else as spaces. */
type Part = StandingWord & { readonly before: string };

/** Letters and digits with their marks, or any other character but a space. */
const RUNS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[^ ]/gu;
/** What of them folds by itself: syllables of Hangul together, kana with their voice marks. */
const CHARACTERS = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\uffa0-\uffdc]+|.[\u3099\u309a\uff9e\uff9f]?/gsu;
const PLAIN = /^[a-z0-9]+$/;
const MARKS = /^\p{M}+$/u;

/** The words by which a text is found, as `wordsOfName` tells them, each time that they stand there. */
export function standingWords(text: string): StandingWord[] {
  const parts = partsIn(text);
  const words = parts.map(({ folded, start, end }) => ({ folded, start, end }));
  const found = [...words, ...joinedWords(parts), ...pairs(words)];
  return [...found, ...respelledWords(text, found)];
}

function respelledWords(text: string, words: readonly StandingWord[]): StandingWord[] {
  if (respellText(text) === undefined) return [];
  return words.flatMap(({ start, end }) => {
    const respelled = respellText(text.slice(start, end));
    return respelled === undefined ? [] : [{ folded: foldText(respelled).replaceAll('-', ''), start, end }];
  });
}

/** The words of a text in their order, told apart as `spellText` does. */
function partsIn(text: string): Part[] {
  const parts: Part[] = [];
  let before = ' ';
  let reached = 0;
  for (const { folded, start, end } of piecesIn(repeatCharacters(text))) {
    const last = parts.at(-1);
    if (start > reached) before += ' ';
    reached = end;
    if (folded === '') {
      if (before === '' && MARKS.test(text.slice(start, end))) parts.splice(-1, 1, { ...last!, end });
    } else if (folded === '-' || isSeparator(folded)) {
      before += folded === '-' ? '-' : ' ';
    } else {
      const isAlone = [last?.folded ?? '', folded].some(isSpacelessCharacter);
      if (before === '' && !isAlone) parts.splice(-1, 1, { ...last!, folded: last!.folded + folded, end });
      else parts.push({ folded, start, end, before: isAlone ? ' ' : before });
      before = '';
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
  parts.forEach((part, index) => {
    if (isJoined(parts[index - 1], part)) chains.at(-1)!.push(part);
    else chains.push([part]);
  });
  return chains
    .filter(({ length }) => length > 1)
    .map((chain) => ({
      folded: chain.map(({ folded }) => folded).join(''),
      start: chain[0]!.start,
      end: chain.at(-1)!.end,
    }));
}

function isJoined(last: Part | undefined, { folded, before }: Part): boolean {
  if (!last || before === '-') return before === '-';
  if (/^-[- ]+$/.test(before)) return [last.folded, folded].every((word) => /^[^0-9]$/u.test(word));
  return /^ +$/.test(before) && /^[가-힣]$/.test(last.folded) && /^[가-힣]{2}$/.test(folded);
}

function pairs(words: readonly StandingWord[]): StandingWord[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (!next || !isSpacelessCharacter(word.folded) || !isSpacelessCharacter(next.folded)) return [];
    return [{ folded: word.folded + next.folded, start: word.start, end: next.end }];
  });
}
