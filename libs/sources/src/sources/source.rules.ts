import { type Constraints, type FieldError, defineProblems } from '#refusals';
import type { Text } from '#vocabulary';

export const SOURCE_KINDS = [
  'article',
  'press_release',
  'invitation',
  'note_verbale',
  'agreement_text',
  'report',
  'minutes',
  'speech',
  'web',
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Why a range of a text is to be read with care: nobody wrote it, or somebody doubts it. */
export const RANGE_REASONS = ['machine_written', 'doubtful'] as const;

export type RangeReason = (typeof RANGE_REASONS)[number];

/** The most characters that the text of a source may have. */
export const SOURCE_TEXT_MAX_LENGTH = 200_000;

/** From one character of a text up to before another, counted from 0. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range of the text of a source that is to be read with care. */
export interface DoubtfulRange extends Range {
  readonly why: RangeReason;
  readonly note?: Text | null;
}

export const SOURCE_PROBLEMS = defineProblems({
  'source.circle': ['conflict', 'The source would be a translation of itself'],
});

export const SOURCE_CONSTRAINTS: Constraints = {
  sources_without_circle: {
    problem: SOURCE_PROBLEMS['source.circle'],
    detail: 'A source cannot be a translation of itself, nor of one that is translated from it.',
  },
};

/** What the rules of a source are about. */
interface Source {
  readonly text?: string | null;
  readonly language?: string | null;
  readonly breaksOffAt?: number | null;
  readonly ranges?: readonly Range[];
}

/** Finds what does not fit the text: a language that is missing, and places that it does not have. */
export function sourceErrors({
  text = null,
  language = null,
  breaksOffAt,
  ranges = [],
}: Source): FieldError[] {
  const length = lengthOf(text);
  const errors = ranges.flatMap((range, at) => passageErrors(range, length, `/ranges/${at}`));
  if (breaksOffAt != null && breaksOffAt > length) errors.unshift(beyond('/breaksOffAt', length));
  if (text !== null && language === null)
    errors.unshift({
      pointer: '/language',
      detail: 'Say which language the text is in.',
      code: 'language-of-text',
    });
  return errors;
}

/**
 * Finds what is wrong with a range of a text.
 * @param length how many characters the text has
 * @param at where the range stands in the body of the request, as a JSON pointer
 */
export function passageErrors({ start, end }: Range, length: number, at: string): FieldError[] {
  const pointer = `${at}/end`;
  if (end <= start) return [{ pointer, detail: 'It must come after the start.', code: 'end-before-start' }];
  return end > length ? [beyond(pointer, length)] : [];
}

/** How many characters a text has, whatever its script: as Postgres counts them. */
export function lengthOf(text: string | null): number {
  let length = 0;
  for (const _ of text ?? '') length++;
  return length;
}

function beyond(pointer: string, length: number): FieldError {
  const detail =
    length === 0 ? 'The source has no text to which this could refer.' : `The text has ${length} characters.`;
  return { pointer, detail, code: 'beyond-text' };
}
