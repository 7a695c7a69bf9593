import { describe, expect, it } from '@jest/globals';
import { addressOf, calendarStatus, isLarge, pageOf, rangeOf, wordsIn } from './calendar.rules.js';

describe('a status', () => {
  it.each([
    ['requested', 'TENTATIVE'],
    ['planned', 'TENTATIVE'],
    ['announced', 'TENTATIVE'],
    ['scheduled', 'TENTATIVE'],
    ['postponed', 'TENTATIVE'],
    ['proposed', 'TENTATIVE'],
    ['confirmed', 'CONFIRMED'],
    ['ongoing', 'CONFIRMED'],
    ['held', 'CONFIRMED'],
    ['completed', 'CONFIRMED'],
    ['closed', 'CONFIRMED'],
    ['cancelled', 'CANCELLED'],
    ['declined', 'CANCELLED'],
    ['not_held', 'CANCELLED'],
  ])('%s is %s in a calendar', (status, shown) => {
    expect(calendarStatus(status)).toBe(shown);
  });
});

describe('the range of a feed', () => {
  const today = '2026-11-22';

  it.each([
    [{}, { from: '2026-08-24', to: '2028-11-22' }],
    [
      { from: undefined, to: undefined },
      { from: '2026-08-24', to: '2028-11-22' },
    ],
    [{ from: '2018-01-01' }, { from: '2018-01-01', to: null }],
    [{ to: '2018-12-31' }, { from: null, to: '2018-12-31' }],
    [
      { from: '2018-01-01', to: '2018-12-31' },
      { from: '2018-01-01', to: '2018-12-31' },
    ],
  ])('asked for as %j is %j', (asked, range) => {
    expect(rangeOf(asked, today)).toEqual(range);
  });

  it.each([
    ['2026-11-22', '2026-08-24', '2028-11-22'],
    ['2026-11-23', '2026-08-25', '2028-11-23'],
    ['2028-02-29', '2027-12-01', '2030-02-28'],
  ])('on %s begins on %s and ends on %s', (day, from, to) => {
    expect(rangeOf({}, day)).toEqual({ from, to });
  });
});

describe('the words of a calendar', () => {
  it.each([
    [['en'], 'en'],
    [['en-GB', 'it'], 'en'],
    [['it', 'en'], 'it'],
    [['fr', 'it-CH', 'it'], 'it'],
    [['zh-Hans', 'zh'], 'zh'],
    [['zh-Hant-TW', 'it'], 'zh'],
    [['fr'], 'en'],
    [['ita'], 'en'],
    [[], 'en'],
  ])('for %j are %j', (languages, words) => {
    expect(wordsIn(languages).language).toBe(words);
  });

  it('are all there in every language, and end where a name follows', () => {
    expect(['en', 'it', 'zh'].map((language) => Object.values(wordsIn([language])))).toEqual([
      [
        'en',
        'Public forums',
        'Cancelled: ',
        'Programme:',
        'Programme (incomplete):',
        'Side events:',
        'Hosts: ',
      ],
      [
        'it',
        'Forum pubblici',
        'Annullato: ',
        'Programma:',
        'Programma (incompleto):',
        'Eventi collaterali:',
        'A cura di: ',
      ],
      ['zh', '公开论坛', '已取消：', '日程：', '日程（不完整）：', '配套活动：', '接待方：'],
    ]);
  });
});

describe('a calendar', () => {
  it('is large from more than a million bytes on', () => {
    expect([1_000_000, 1_000_001].map(isLarge)).toEqual([false, true]);
  });

  it('has an address with the parameters that were given', () => {
    expect(addressOf('https://example.org/f.ics', {})).toBe('https://example.org/f.ics');
    expect(addressOf('https://example.org/f.ics', { language: 'it', draft: undefined, to: 'a b' })).toBe(
      'https://example.org/f.ics?language=it&to=a+b',
    );
  });
});

describe('the page of an event', () => {
  it('is where the pattern says, if there is one', () => {
    const event = { kind: 'forum', id: '1' };
    expect(pageOf(event, 'https://example.org/{kind}/{id}#{id}')).toBe('https://example.org/forum/1#1');
    expect(pageOf(event, undefined)).toBeUndefined();
  });
});
