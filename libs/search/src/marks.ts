import { remember } from '#platform';
import { type Asked, foldText, markWords, readAsked } from '#vocabulary';

/** A hit as it is read: with all that was said of it. */
export interface FoundHit {
  readonly said: unknown;
  readonly [member: string]: unknown;
}

interface Matched {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** How much of a long text is shown around what was found. */
const AROUND = 80;

/**
 * Marks what was asked for in hits: puts the text that holds most of it in the place of all that was said, with where it
 * does.
 */
export function markingOf(q: string): (hit: FoundHit) => object {
  const isMeant = meantBy(readAsked(q));
  return ({ said, ...hit }) => {
    const matched = textsIn(said).map((text): Matched => ({ text, marks: markWords(text, isMeant) }));
    const best = matched.reduce<Matched | null>(
      (before, one) => (one.marks.length > (before?.marks.length ?? 0) ? one : before),
      null,
    );
    return { ...hit, matched: best && cut(best) };
  };
}

/** Tells of a word whether it is meant; texts say the same words over and over. */
function meantBy({ words }: Asked): (word: string) => boolean {
  const likenesses = words.flat().map(likenessTo);
  return remember(1000, (word) => {
    const folded = foldText(word);
    return likenesses.some((isLike) => isLike(folded));
  });
}

/** A word that is asked for, or has it as a part; else one of the same stem, or that is written almost so. */
function likenessTo(asked: string): (word: string) => boolean {
  if (asked.length < 3) return (word) => word.startsWith(asked);
  if (asked.length === 3) return (word) => word.includes(asked);
  const stem = asked.slice(0, Math.max(4, asked.length - 3));
  const near = new Set([asked, ...shorten(asked)]);
  return (word) =>
    word.includes(asked) ||
    word.startsWith(stem) ||
    (Math.abs(word.length - asked.length) < 2 && [word, ...shorten(word)].some((one) => near.has(one)));
}

function shorten(word: string): string[] {
  return [...word].map((_, index) => word.slice(0, index) + word.slice(index + 1));
}

function textsIn(said: unknown): string[] {
  if (typeof said === 'string') return [said];
  if (Array.isArray(said)) return said.flatMap(textsIn);
  if (said === null || typeof said !== 'object') return [];
  return 'text' in said && 'lang' in said ? [said.text as string] : Object.values(said).flatMap(textsIn);
}

function cut({ text, marks }: Matched): Matched {
  const from = Math.max(0, marks[0]![0] - AROUND);
  const to = Math.min(text.length, marks[0]![1] + AROUND);
  if (text.length <= 300) return { text, marks };
  const within = marks.filter(([start, end]) => start >= from && end <= to);
  return { text: text.slice(from, to), marks: within.map(([start, end]) => [start - from, end - from]) };
}
