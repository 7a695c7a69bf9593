import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalLanguage, knownLanguage, languageCandidates, MAX_LANGUAGE_CANDIDATES } from './name.js';

describe('The language of a name', () => {
  it.each([
    ['IT', 'it'],
    ['zh-hans', 'zh-Hans'],
    ['ZH-LATN', 'zh-Latn'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['iw', 'he'],
  ])('is spelled the canonical way: %s is %s', (written, canonical) => {
    expect(canonicalLanguage(written)).toBe(canonical);
  });

  it.each(['', ' ', 'i', 'it_IT', 'it-', 'it IT', '*', 'zh-*', '中文'])('is not read from %j', (written) => {
    expect(canonicalLanguage(written)).toBeNull();
  });

  it('stays as it is once canonical, whatever was written', () => {
    fc.assert(
      fc.property(tags(), (tag) => {
        const canonical = canonicalLanguage(tag);
        expect(canonical && canonicalLanguage(canonical)).toBe(canonical);
      }),
    );
  });
});

describe('A language that is known', () => {
  it.each([
    ['IT', 'it'],
    ['zh-hans', 'zh-Hans'],
    ['zh-Latn-CN', 'zh-Latn-CN'],
    ['yue-Hant', 'yue-Hant'],
    ['nap', 'nap'],
    ['egl', 'egl'],
    ['xmm', 'xmm'],
    ['es-419', 'es-419'],
    ['sl-IT-rozaj', 'sl-IT-rozaj'],
    ['de-u-co-phonebk', 'de-u-co-phonebk'],
    ['mul', 'mul'],
    ['und-Hani', 'und-Hani'],
  ])('is taken, spelled the canonical way: %s is %s', (written, canonical) => {
    expect(knownLanguage(written)).toBe(canonical);
  });

  it.each([
    'english',
    'italian',
    'chinese',
    'xx',
    'jp',
    'cn',
    'gr',
    'qaa',
    'en-XX',
    'zh-Abcd',
    'it-foobar',
    'und-XX',
    'it_IT',
  ])('is not taken for one: %s', (written) => {
    expect(knownLanguage(written)).toBeNull();
  });
});

describe('The languages a reader accepts', () => {
  it.each([
    ['en', ['en']],
    ['it-IT', ['it-IT', 'it']],
    ['it-IT,it;q=0.9,en-US;q=0.8,en;q=0.7', ['it-IT', 'it', 'en-US', 'en']],
    ['zh', ['zh', 'zh-Hans']],
    ['zh-CN', ['zh-CN', 'zh-Hans', 'zh']],
    ['zh-TW', ['zh-TW', 'zh-Hant', 'zh']],
    ['zh-hant-hk', ['zh-Hant-HK', 'zh-Hant', 'zh']],
    ['zh-Latn', ['zh-Latn', 'zh']],
    ['sr-ME', ['sr-ME', 'sr-Latn', 'sr']],
    ['zh-CN,it;q=0.8', ['zh-CN', 'zh-Hans', 'zh', 'it']],
    ['sl-IT-rozaj', ['sl-IT-rozaj', 'sl-IT', 'sl']],
    ['de-CH-u-co-phonebk', ['de-CH-u-co-phonebk', 'de-CH-u-co', 'de-CH', 'de']],
  ])('are looked up from the closest to the widest: %s', (header, candidates) => {
    expect(languageCandidates(header)).toEqual(candidates);
  });

  it.each([
    ['en;q=0.5,it', ['it', 'en']],
    ['en;q=0.5, fr;q=0.5, it;q=0.51', ['it', 'en', 'fr']],
    ['it;q=0.9, en;q=1', ['en', 'it']],
    ['it ; Q=0.1 , en\t;\tq=1.000', ['en', 'it']],
  ])('come in the order of their weight, then as written: %s', (header, candidates) => {
    expect(languageCandidates(header)).toEqual(candidates);
  });

  it.each([
    ['it, en;q=0, fr;q=0.000', ['it']],
    ['*, it;q=0.5, zh-*', ['it']],
    ['en;q=2, fr;q=-1, de;q=0.1234, es;level=1, it', ['it']],
    [',, it_IT ,;q=1, en', ['en']],
    ['', []],
    [undefined, []],
  ])('leave out the refused, the wildcard and the unreadable: %s', (header, candidates) => {
    expect(languageCandidates(header)).toEqual(candidates);
  });

  it('are at most six', () => {
    const header = 'zh-CN,zh-TW,ja-JP,it';
    expect(languageCandidates(header)).toEqual(['zh-CN', 'zh-Hans', 'zh', 'zh-TW', 'zh-Hant', 'ja-JP']);
  });

  it('are read from the first twenty ranges', () => {
    expect(languageCandidates(`${'en,'.repeat(19)}it,fr`)).toEqual(['en', 'it']);
    expect(languageCandidates(`it,${'a'.repeat(100_000)}`)).toEqual(['it']);
  });

  it('never fail, never repeat and never pass six', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), headers()), expectFewDistinctTags));
  });

  function expectFewDistinctTags(header: string): void {
    const candidates = languageCandidates(header);
    expect(candidates).toEqual([...new Set(candidates)]);
    expect(candidates).toEqual(candidates.map(canonicalLanguage));
    expect(candidates.length).toBeLessThanOrEqual(MAX_LANGUAGE_CANDIDATES);
  }
});

function tags(): fc.Arbitrary<string> {
  const shape = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-[a-z0-9]{5,8})?(-[a-z0-9](-[a-z0-9]{2,8}){1,2})?$/;
  return fc.oneof(fc.stringMatching(shape), fc.constantFrom('zh', 'zh-CN', 'sr', 'en-GB', 'und', 'und-CN'));
}

function headers(): fc.Arbitrary<string> {
  const weights = fc.constantFrom('', ';q=0', ';q=0.8', '; q=1', ';q=x', ';');
  const ranges = fc.tuple(fc.oneof(tags(), fc.constant('*')), weights);
  return fc.array(ranges.map((parts) => parts.join(''))).map((parts) => parts.join(','));
}
