import { describe, expect, it } from '@jest/globals';
import { calendarStatus, rangeOf, wordsIn } from './calendar.rules.js';

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
  const now = new Date('2026-11-22T23:30:00Z');

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
    expect(rangeOf(asked, now)).toEqual(range);
  });

  it.each([
    ['2026-11-22T00:00:00.000Z', '2026-08-24', '2028-11-22'],
    ['2026-11-22T23:59:59.999Z', '2026-08-24', '2028-11-22'],
    ['2026-11-23T00:00:00.000Z', '2026-08-25', '2028-11-23'],
    ['2028-02-29T12:00:00.000Z', '2027-12-01', '2030-02-28'],
  ])('at %s begins on %s and ends on %s', (at, from, to) => {
    expect(rangeOf({}, new Date(at))).toEqual({ from, to });
  });
});

describe('the words of a calendar', () => {
  const english = { language: 'en', publicForums: 'Public forums', cancelled: 'Cancelled: ' };
  const italian = { language: 'it', publicForums: 'Forum pubblici', cancelled: 'Annullato: ' };
  const chinese = { language: 'zh', publicForums: '公开论坛', cancelled: '已取消：' };

  it.each([
    [['en'], english],
    [['en-GB', 'it'], english],
    [['it', 'en'], italian],
    [['fr', 'it-CH', 'it'], italian],
    [['zh-Hans', 'zh'], chinese],
    [['zh-Hant-TW', 'it'], chinese],
    [['fr'], english],
    [['ita'], english],
    [[], english],
  ])('for %j are %j', (languages, words) => {
    expect(wordsIn(languages)).toEqual(words);
  });
});
