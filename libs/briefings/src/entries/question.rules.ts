import { type FieldError, defineProblems } from '#refusals';
import type { Text } from '#vocabulary';

/** What nobody could tell yet; it is followed up at most once at a time. */
export interface Question {
  readonly id: string;
  readonly text: Text;
  readonly followUpId: string | null;
}

/** A question as it is said: one with its id stays the same question. */
export interface SaidQuestion {
  readonly id?: string | undefined;
  readonly text: Text;
}

const STRANGE = 'This is not a question of this entry, or it was named before; leave the id out to add one.';

/** Finds questions that are named by an id that no question of the entry has, or that was named before. */
export function strangeQuestionErrors(
  said: readonly SaidQuestion[],
  present: readonly Question[],
): FieldError[] {
  const ids = said.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    id && (ids.indexOf(id) < index || !present.some((question) => question.id === id))
      ? [{ pointer: `/openQuestions/${index}/id`, detail: STRANGE, code: 'unknown-question' }]
      : [],
  );
}

/**
 * The questions of an entry as a change would have them: what has the id, or else the words, of one that is there stays
 * that one, with its follow-up.
 * @param makeId gives the id of a new one
 */
export function questionsAfter(
  said: readonly SaidQuestion[],
  present: readonly Question[],
  makeId: () => string,
): Question[] {
  const free = present.filter(({ id }) => !said.some((one) => one.id === id));
  return said.map(({ id, text }) => {
    const same = id ? present.find((one) => one.id === id) : takeSame(free, text);
    return { id: same?.id ?? id ?? makeId(), text, followUpId: same?.followUpId ?? null };
  });
}

function takeSame(free: Question[], text: Text): Question | undefined {
  const at = free.findIndex((one) => isSameText(one.text, text));
  return at < 0 ? undefined : free.splice(at, 1)[0];
}

function isSameText(one: Text, other: Text): boolean {
  const languages = Object.keys(one);
  return (
    languages.length === Object.keys(other).length &&
    languages.every((language) => one[language] === other[language])
  );
}

export const QUESTION_PROBLEMS = defineProblems({
  'entry.question-followed-up': [
    'conflict',
    'The question is already followed up',
    'The question has a follow-up already.',
    'Go on with that follow-up, or cancel it first.',
  ],
});
