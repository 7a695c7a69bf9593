import { describe, expect, it } from '@jest/globals';
import type { Name } from '#vocabulary';
import { mergedFields, mergedNames, takeErrors } from './merge.rules.js';

const name = (text: string, kind: Name['kind'] = 'official', lang = 'en'): Name => ({ text, lang, kind });

describe('the names of two records that are one', () => {
  it('are those of both, in which what the other was called is an alias', () => {
    expect(mergedNames([name('Luo Qiang')], [name('Qiang Luo'), name('LQ', 'acronym')], false)).toEqual([
      name('Luo Qiang'),
      name('Qiang Luo', 'alias'),
      name('LQ', 'acronym'),
    ]);
  });

  it('name each once', () => {
    expect(mergedNames([name('Luo Qiang', 'alias')], [name('Luo Qiang')], false)).toEqual([
      name('Luo Qiang', 'alias'),
    ]);
  });

  it('begin with those of the other where these are taken', () => {
    expect(mergedNames([name('Luo')], [name('Qiang Luo')], true)).toEqual([
      name('Qiang Luo'),
      name('Luo', 'alias'),
    ]);
  });
});

describe('the fields of two records that are one', () => {
  const fields = ['latitude', 'longitude', 'address', 'parentId', 'languages'];
  const kept = {
    id: 'a',
    names: [name('Luo')],
    latitude: null,
    longitude: null,
    address: 'x',
    parentId: null,
    languages: [],
  };
  const from = {
    id: 'b',
    names: [name('Luo')],
    latitude: 1,
    longitude: 2,
    address: 'y',
    parentId: 'c',
    languages: ['zh'],
  };

  it('are those of the one that is kept, with its gaps filled', () => {
    expect(mergedFields(kept, from, fields, [])).toEqual({
      names: kept.names,
      latitude: 1,
      longitude: 2,
      parentId: 'c',
      languages: ['zh'],
    });
  });

  it('are taken from the other where somebody says so, with what belongs to them', () => {
    const located = { ...kept, latitude: 3, longitude: 4 };
    expect(mergedFields(located, from, fields, ['address', 'latitude'])).toEqual({
      names: kept.names,
      latitude: 1,
      longitude: 2,
      parentId: 'c',
      address: 'y',
      languages: ['zh'],
    });
  });

  it('can be taken where there are such, from the other only', () => {
    const errors = takeErrors({ address: 'from', 'a/b': 'from', latitude: 'kept' }, fields);
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/take/a~1b', 'unknown-field'],
      ['/take/latitude', 'in'],
    ]);
  });
});
