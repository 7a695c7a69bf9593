import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEXT_MAX_LENGTH, textProblems } from './text.js';

describe('A text in several languages', () => {
  it('is sound in one language or in many', () => {
    expect(textProblems({ it: 'Intelligenza artificiale' })).toEqual([]);
    expect(
      textProblems({ en: 'Naples', it: 'Napoli', 'zh-Hans': '那不勒斯', 'zh-Latn': 'Nàbùlèsī' }),
    ).toEqual([]);
  });

  it.each([null, undefined, 'Napoli', 5, [], ['it'], {}])('is asked for when there is none: %j', (value) => {
    expect(textProblems(value)).toEqual([
      { key: '', detail: 'Give the text in at least one language, as in { "it": "…" }.' },
    ]);
  });

  it.each(['', 'it_IT', 'lingua italiana', '中文'])('needs a language tag, which %j is not', (key) => {
    const detail = 'This is not a language tag such as "it" or "zh-Hans".';
    expect(textProblems({ [key]: 'Napoli' })).toEqual([{ key, detail }]);
  });

  it('does not take a built-in word of the program for a language', () => {
    expect(textProblems(JSON.parse('{ "__proto__": "Napoli" }'))).toHaveLength(1);
  });

  it('has each language under its one spelling', () => {
    expect(textProblems({ 'zh-hans': '那不勒斯', IT: 'Napoli', it: 'Napoli' })).toEqual([
      { key: 'zh-hans', detail: 'Write this language as "zh-Hans".' },
      { key: 'IT', detail: 'Write this language as "it".' },
    ]);
  });

  it.each(['', ' \n\t', null, 5, {}])('is never blank: %j', (text) => {
    const detail = 'Write the text, or leave this language out.';
    expect(textProblems({ it: 'Napoli', en: text })).toEqual([{ key: 'en', detail }]);
  });

  it('is as long as 20 000 characters and no longer', () => {
    expect(textProblems({ it: 'a'.repeat(TEXT_MAX_LENGTH) })).toEqual([]);
    expect(textProblems({ it: 'a'.repeat(TEXT_MAX_LENGTH + 1) })).toEqual([
      { key: 'it', detail: 'Keep the text to 20000 characters.' },
    ]);
  });

  it('is judged without failing, whatever is sent', () => {
    const anything = fc.anything({ withNullPrototype: true });
    fc.assert(fc.property(anything, (value) => expect(textProblems(value)).toBeInstanceOf(Array)));
  });
});
