import { describe, expect, it } from '@jest/globals';
import { languageNamed, languageOf, namesIn, splitList, splitNames } from './names.js';

describe('the names in a cell', () => {
  it.each([
    ['Città della Scienza', ['Città della Scienza']],
    ['Pechino / Beijing / 北京', ['Pechino', 'Beijing', '北京']],
    ['孙志明 Sun Zhiming', ['孙志明', 'Sun Zhiming']],
    ['Sun Zhiming 孙志明', ['Sun Zhiming', '孙志明']],
    ['Tsinghua University（清华大学）', ['Tsinghua University', '清华大学']],
    ['清华大学 (Tsinghua University)', ['清华大学', 'Tsinghua University']],
    ['Comune di Napoli (NA)', ['Comune di Napoli (NA)']],
    ['Torino\nTurin', ['Torino', 'Turin']],
    ['Torino; Turin；都灵', ['Torino', 'Turin', '都灵']],
    ['Ricerca/Sviluppo S.r.l.', ['Ricerca/Sviluppo S.r.l.']],
    ['TCL科技', ['TCL科技']],
    ['中关村2024论坛', ['中关村2024论坛']],
    ['Torino / Torino', ['Torino']],
    ['王　明 Wang Ming', ['王　明', 'Wang Ming']],
    ['Peking University 北京 大学', ['Peking University', '北京 大学']],
    ['王 Wang 王明', ['王 Wang 王明']],
    ['华为 Huawei 华为集团 Group', ['华为 Huawei 华为集团 Group']],
    ['Huawei 华为 Group 集团', ['Huawei 华为 Group 集团']],
    ['张三 Zhang San 李四', ['张三 Zhang San 李四']],
  ])('%j', (cell, names) => {
    expect(splitNames(cell)).toEqual(names);
  });

  it.each([
    ['孙志明', null, 'zh-Hans'],
    ['孙志明', 'it', 'zh-Hans'],
    ['孫志明', 'zh-Hant', 'zh-Hant'],
    ['Sun Zhiming', 'zh-Hans', 'zh-Latn'],
    ['Sun Zhiming', null, 'und'],
    ['Torino', 'it', 'it'],
    ['東京タワー', null, 'ja'],
    ['서울', null, 'ko'],
    ['Москва', null, 'und-Cyrl'],
    ['Москва', 'ru', 'ru'],
  ])('%s, in a column of %s, is in %s', (text, said, lang) => {
    expect(languageOf(text, said)).toBe(lang);
  });

  it('each have the language of their script', () => {
    expect(namesIn('Pechino / 北京', 'it')).toEqual([
      { text: 'Pechino', lang: 'it', kind: 'official' },
      { text: '北京', lang: 'zh-Hans', kind: 'official' },
    ]);
  });

  it('of several organizations are separated by semicolons or lines, not by commas', () => {
    expect(splitList('Bosideng Co., Ltd.; Comune di Napoli\nTsinghua')).toEqual([
      'Bosideng Co., Ltd.',
      'Comune di Napoli',
      'Tsinghua',
    ]);
    expect(splitList('robot, big data、AI', { commas: true })).toEqual(['robot', 'big data', 'AI']);
  });
});

it.each([
  ['italiano', 'it'],
  ['Chinese', 'zh'],
  ['cinese', 'zh'],
  ['中文', 'zh'],
  ['英语', 'en'],
  ['英文', 'en'],
  ['意大利语', 'it'],
  ['zh-Hans', 'zh-Hans'],
  ['EN', 'en'],
  ['klingonese', null],
])('%s is the language %s', (word, tag) => {
  expect(languageNamed(word)).toBe(tag);
});
