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

/** Puts the text that holds most of what was asked for in the place of all that was said, with where it does. */
export function markHit({ said, ...hit }: FoundHit, q: string): object {
  const asked = readAsked(q);
  const matched = textsIn(said).map((text) => markText(text, asked));
  const best = matched.reduce<Matched | null>(
    (before, one) => (one.marks.length > (before?.marks.length ?? 0) ? one : before),
    null,
  );
  return { ...hit, matched: best && cut(best) };
}

function markText(text: string, { words }: Asked): Matched {
  const asked = words.flat();
  return { text, marks: markWords(text, (word) => asked.some((one) => isMeant(foldText(word), one))) };
}

/** A word that is asked for, or has it as a part; else one of the same stem, or that is written almost so. */
function isMeant(word: string, asked: string): boolean {
  if (asked.length < 3) return word.startsWith(asked);
  return word.includes(asked) || (asked.length > 3 && isNear(word, asked));
}

function isNear(word: string, asked: string): boolean {
  const stem = Math.max(4, asked.length - 3);
  if (word.slice(0, stem) === asked.slice(0, stem)) return true;
  const without = new Set([asked, ...shorten(asked)]);
  return [word, ...shorten(word)].some((one) => without.has(one));
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
