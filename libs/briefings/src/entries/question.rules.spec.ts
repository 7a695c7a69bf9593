import { describe, expect, it } from '@jest/globals';
import type { Text } from '#vocabulary';
import { questionsAfter, strangeQuestionErrors } from './question.rules.js';

const what = { en: 'What is it?' };
const who = { en: 'Who knows?', it: 'Chi lo sa?' };
const present = [
  { id: '1', text: what, followUpId: 'f' },
  { id: '2', text: who, followUpId: null },
];

describe('the questions of an entry', () => {
  const after = (...said: Parameters<typeof questionsAfter>[0]) => questionsAfter(said, present, () => 'new');

  it('stay what they are by their id, in other words and another order', () => {
    expect(after({ id: '2', text: what }, { id: '1', text: who })).toEqual([
      { id: '2', text: what, followUpId: null },
      { id: '1', text: who, followUpId: 'f' },
    ]);
  });

  it('stay what they are by their words, each once', () => {
    expect(after({ text: what }, { text: { it: 'Chi lo sa?', en: 'Who knows?' } })).toEqual(present);
    expect(after({ text: what }, { text: what }).map(({ id }) => id)).toEqual(['1', 'new']);
    expect(after({ text: what }, { id: '1', text: who }).map(({ id }) => id)).toEqual(['new', '1']);
  });

  it('are others in other words, and not followed up', () => {
    const texts: Text[] = [{ en: 'Who knows?' }, { en: 'Who knows?', fr: 'Chi lo sa?' }, { en: 'When?' }];
    for (const text of texts) expect(after({ text })).toEqual([{ id: 'new', text, followUpId: null }]);
  });

  it('are named by ids that they have, once', () => {
    const pointers = (...ids: (string | undefined)[]) =>
      strangeQuestionErrors(
        ids.map((id) => ({ id, text: what })),
        present,
      ).map(({ pointer, code }) => [pointer, code]);
    expect(pointers('2', undefined, '1')).toEqual([]);
    expect(pointers('1', '3', '1')).toEqual([
      ['/openQuestions/1/id', 'unknown-question'],
      ['/openQuestions/2/id', 'unknown-question'],
    ]);
  });
});
