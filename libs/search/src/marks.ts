import {
  type StandingWord,
  characterStart,
  foldText,
  isBeginning,
  isSpacelessCharacter,
  readAsked,
  standingWords,
} from '#vocabulary';

/** A hit as it is read: with all that was said of it. */
export interface FoundHit {
  readonly said: unknown;
  readonly [member: string]: unknown;
}

type Mark = readonly [start: number, end: number];

interface Matched {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A text that was said, and its words. */
interface Said {
  readonly text: string;
  readonly words: readonly StandingWord[];
}

/** Tells of a folded word whether it is meant. */
type IsMeant = (word: string) => boolean;

/** How much of a long text is shown around what was found. */
const AROUND = 80;

/**
 * Marks what was asked for in hits: puts the text that holds most of it in the place of all that was said, with where it
 * does.
 * @param nearest whether nothing was found as it was asked for
 */
export function markingOf(q: string, nearest: boolean): (hit: FoundHit) => object {
  const asked = readAsked(q).words;
  const likenesses = asked.map((words) => likenessesTo(words, nearest));
  const wordsIn = asked.length > 0 ? standingWords : signsIn;
  const meant = asked.length > 0 ? likenesses : [[signsOf(q)]];
  return ({ said, ...hit }) => {
    const texts = textsIn(said).map((text): Said => ({ text, words: wordsIn(text) }));
    const known = new Set(texts.flatMap(({ words }) => words.map(({ folded }) => folded)));
    return {
      ...hit,
      matched: bestOf(
        texts,
        meant.map((ways) => meantOf(known, ways)),
      ),
    };
  };
}

/** The words that stand for what was asked for: in the first way in which there are any. */
function meantOf(known: ReadonlySet<string>, ways: readonly IsMeant[]): ReadonlySet<string> {
  for (const isMeant of ways) {
    const found = [...known].filter(isMeant);
    if (found.length > 0) return new Set(found);
  }
  return new Set();
}

/** The text that holds most of what was asked for. */
function bestOf(texts: readonly Said[], meant: readonly ReadonlySet<string>[]): Matched | null {
  const held = texts.map(
    ({ words }) => meant.filter((some) => words.some(({ folded }) => some.has(folded))).length,
  );
  const most = Math.max(0, ...held);
  if (most === 0) return null;
  const { text, words } = texts[held.indexOf(most)]!;
  const found = words.filter(({ folded }) => meant.some((some) => some.has(folded)));
  return cut({ text, marks: marksOf(found) });
}

/** Where words stand: those that overlap, as one. */
function marksOf(words: readonly StandingWord[]): Mark[] {
  const marks: [number, number][] = [];
  for (const { start, end } of words.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = marks.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/**
 * The ways in which words of a text can be what was asked for: as they are or as a part, by a stem, and where only that
 * was found, written almost so.
 */
function likenessesTo(asked: readonly string[], nearest: boolean): IsMeant[] {
  const ways = [isPart, hasStemOf, ...(nearest ? [isNear] : [])];
  return ways.map((isLike) => (word) => asked.some((one) => isLike(one, word)));
}

function isPart(asked: string, word: string): boolean {
  const [first] = asked;
  if (isSpacelessCharacter(first!)) return word === asked;
  return isBeginning(asked) ? word.startsWith(asked) : word.includes(asked);
}

function hasStemOf(asked: string, word: string): boolean {
  return asked.length > 3 && word.startsWith(asked.slice(0, Math.max(4, asked.length - 3)));
}

function isNear(asked: string, word: string): boolean {
  if (asked.length < 3 || Math.abs(word.length - asked.length) > 1) return false;
  const near = new Set([asked, ...shorten(asked)]);
  return [word, ...shorten(word)].some((one) => near.has(one));
}

function shorten(word: string): string[] {
  return [...word].map((_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** Whether a character is one of those that were asked for without any word. */
function signsOf(q: string): IsMeant {
  const signs = new Set(foldText(q).replace(/\s/gu, ''));
  return (sign) => signs.has(sign);
}

function signsIn(text: string): StandingWord[] {
  return [...text.matchAll(/\P{L}/gsu)].map(({ 0: sign, index }) => ({
    folded: foldText(sign),
    start: index,
    end: index + sign.length,
  }));
}

function textsIn(said: unknown): string[] {
  if (typeof said === 'string') return [said];
  if (Array.isArray(said)) return said.flatMap(textsIn);
  if (said === null || typeof said !== 'object') return [];
  return 'text' in said && 'lang' in said ? [said.text as string] : Object.values(said).flatMap(textsIn);
}

function cut({ text, marks }: Matched): Matched {
  const from = characterStart(text, Math.max(0, marks[0]![0] - AROUND));
  const to = characterStart(text, Math.min(text.length, marks[0]![1] + AROUND));
  if (text.length <= 300) return { text, marks };
  const within = marks.filter(([start, end]) => start >= from && end <= to);
  return { text: text.slice(from, to), marks: within.map(([start, end]) => [start - from, end - from]) };
}
