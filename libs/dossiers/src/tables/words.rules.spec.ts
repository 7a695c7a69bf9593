import { describe, expect, it } from '@jest/globals';
import { AGREEMENT_STATUSES } from '#agreements';
import { AGREEMENT_KINDS, BINDINGS, RENEWAL_MODES } from '#agreements/testing';
import { ORGANIZATION_KINDS } from '#directory/testing';
import { RESPONSES, SIDES } from '#participants/testing';
import { PARTICIPANT_ROLES } from '#vocabulary';
import {
  AGREEMENT_KIND_WORDS,
  AGREEMENT_STATUS_WORDS,
  BINDING_WORDS,
  RENEWAL_WORDS,
} from './agreement-words.rules.js';
import { ORGANIZATION_KIND_WORDS, kindByName } from './organization-words.rules.js';
import { RESPONSE_WORDS, ROLE_WORDS, SIDE_WORDS } from './participant-words.rules.js';
import { foldTerm, foldWord, wordOf, wordsIn } from './words.rules.js';

const LISTS = [
  ['kinds of organizations', ORGANIZATION_KIND_WORDS, ORGANIZATION_KINDS],
  ['sides', SIDE_WORDS, SIDES],
  ['roles', ROLE_WORDS, PARTICIPANT_ROLES],
  ['responses', RESPONSE_WORDS, RESPONSES],
  ['kinds of agreements', AGREEMENT_KIND_WORDS, AGREEMENT_KINDS],
  ['statuses of agreements', AGREEMENT_STATUS_WORDS, AGREEMENT_STATUSES],
  ['bindings', BINDING_WORDS, BINDINGS],
  ['renewals', RENEWAL_WORDS, RENEWAL_MODES],
] as const;

describe.each(LISTS)('the %s', (_name, words, known) => {
  it('are all known by words of three languages', () => {
    expect(Object.keys(words).toSorted()).toEqual([...known].toSorted());
    const mute = Object.entries(words).filter(([, called]) => called.some((list) => list.trim() === ''));
    expect(mute).toEqual([]);
  });

  it('are each found by every word, which stands for one alone', () => {
    const all = Object.entries(words).flatMap(([word, called]) =>
      [foldWord(word), ...wordsIn(called).map(([text]) => foldTerm(text))].map((text) => [text, word]),
    );
    expect(all.map(([text]) => [text, wordOf(text!, words)])).toEqual(all);
  });
});

it('a word is the same in any case, with accents or without', () => {
  expect(
    ['UNIVERSITÀ', 'universita’', ' Università ', 'university', '大学'].map((text) =>
      wordOf(text, ORGANIZATION_KIND_WORDS),
    ),
  ).toEqual(Array.from({ length: 5 }, () => 'university'));
  expect(wordOf('boh', ORGANIZATION_KIND_WORDS)).toBeNull();
});

it.each([
  ['Politecnico di Torino', 'university'],
  ['Comune di Napoli', 'municipality'],
  ['贵阳市人民政府', 'municipality'],
  ['清华大学', 'university'],
  ['Bosideng Co., Ltd.', 'company'],
  ['Fincantieri S.p.A.', 'company'],
  ['Camera di Commercio di Torino', 'chamber'],
  ['Città della Scienza', 'other'],
])('%s shows that it is: %s', (name, kind) => {
  expect(kindByName(name)).toBe(kind);
});
