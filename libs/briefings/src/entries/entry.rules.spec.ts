import { describe, expect, it } from '@jest/globals';
import { lifecycleProblems, movesFrom, statesOf } from '#vocabulary';
import {
  ENTRY_KINDS,
  type EntryFacts,
  SUBJECTS,
  entryErrors,
  entryLifecycle,
  subjectIdOf,
  subjectOf,
} from './entry.rules.js';

const names = ['a name'];

describe('the status of an entry', () => {
  it('knows and reaches every status, and can be forgotten again', () => {
    expect(lifecycleProblems(entryLifecycle)).toEqual([]);
    const others = statesOf(entryLifecycle).filter((status) => status !== 'unknown');
    expect(movesFrom(entryLifecycle, 'unknown')).toEqual(others);
    expect(others.filter((status) => !movesFrom(entryLifecycle, status).includes('unknown'))).toEqual([]);
  });

  it('leads to no end that it has not come to', () => {
    expect([movesFrom(entryLifecycle, 'completed'), movesFrom(entryLifecycle, 'dropped')]).toEqual([
      ['unknown', 'under_way'],
      ['unknown', 'planned', 'announced', 'under_way'],
    ]);
  });
});

describe('an entry', () => {
  it.each(SUBJECTS)('can be about its %s alone', (subject) => {
    const entry: EntryFacts = { kind: 'policy', names, [subject]: 'it' };
    expect(entryErrors(entry)).toEqual([]);
    expect(subjectIdOf(entry)).toBe('it');
    expect(subjectOf(entry)).toEqual({
      ...Object.fromEntries(SUBJECTS.map((one) => [one, null])),
      [subject]: 'it',
    });
  });

  it('is about one thing', () => {
    const pointers = (entry: EntryFacts) => entryErrors(entry).map(({ pointer, code }) => [pointer, code]);
    expect(pointers({ kind: 'policy', names })).toEqual([['', 'one-of']]);
    expect(pointers({ kind: 'policy', names, placeId: 'p', topicId: 't' })).toEqual([
      ['/placeId', 'one-of'],
      ['/topicId', 'one-of'],
    ]);
    expect(subjectIdOf({ placeId: null })).toBeUndefined();
  });

  it.each(ENTRY_KINDS)('has a name, unless it is a statement with a text: %s', (kind) => {
    const codes = (fields: object) =>
      entryErrors({ kind, placeId: 'p', ...fields }).map(({ pointer, code }) => [pointer, code]);
    const nameless = [['/names', 'nameless']];
    expect(codes({ names })).toEqual([]);
    expect(codes({ text: { en: 'x' } })).toEqual(kind === 'statement' ? [] : nameless);
    expect([codes({}), codes({ names: [], text: null })]).toEqual([nameless, nameless]);
  });

  it.each(['speakerId', 'officeHeld', 'language'])('has a %s where it is a statement alone', (field) => {
    const codes = (kind: EntryFacts['kind']) =>
      entryErrors({ kind, names, placeId: 'p', [field]: 'it' }).map(({ pointer, code }) => [pointer, code]);
    expect(codes('statement')).toEqual([]);
    expect(codes('term')).toEqual([[`/${field}`, 'of-statements']]);
  });
});
