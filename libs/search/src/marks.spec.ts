import { describe, expect, it } from '@jest/globals';
import { markingOf } from './marks.js';

/** Which parts of which text are marked, where texts were found by what was asked for. */
function markedFor(q: string, said: unknown, nearest = false): readonly string[] | null {
  const { matched } = markingOf(q, nearest)({ said }) as {
    matched: { text: string; marks: [number, number][] } | null;
  };
  return matched && [matched.text, ...matched.marks.map(([start, end]) => matched.text.slice(start, end))];
}

describe('marking what was found', () => {
  it.each([
    ['each word', 'qiang luo', 'Luo Qiang', ['Luo', 'Qiang']],
    ['words of which it is a part', 'uang', 'Zhuangzi', ['Zhuangzi']],
    ['words that begin with it where it is short', 'lu', 'Luo Malu', ['Luo']],
    ['characters within others', '论坛', '中关村论坛开幕', ['论坛']],
    ['characters in another form', '論壇', '中关村论坛开幕', ['论坛']],
    ['several characters as one', '关村论', '中关村论坛', ['关村论']],
    ['one character', '村', '中关村论坛', ['村']],
    ['a Thai word within others', 'การค้า', 'หอการค้าไทย', ['การค้า']],
    ['what hyphens join', 'jeanpierre', 'Jean-Pierre Dubois', ['Jean-Pierre']],
    ['what points join', 'srl', 'Rossi S.r.l.', ['S.r.l']],
    ['a sign that stands for letters', 'kg', '㈱日立 12 ㎏', ['㎏']],
    ['a word of a sign that stands for several', '株', '㈱日立', ['㈱']],
    ['a word with what cannot be seen in it', 'annarosa', 'Anna\u200bRosa Verdi', ['Anna\u200bRosa']],
    ['signs that stand for themselves', '🏛️', 'House 🏛', ['🏛']],
    ['a name that is asked for as passports spell it', 'mueller', 'Jürgen Müller', ['Müller']],
    ['a name that passports spell otherwise', 'Müller', 'Mueller, Juergen', ['Mueller']],
    ['the stem of a word', 'ricercatore', 'Gruppo di ricercatori', ['ricercatori']],
    ['no word that begins alike beside the word itself', 'changshu', 'Changshu, Changzhou', ['Changshu']],
    ['no word that is almost so beside the word itself', 'wang', 'Wang Yang Tang', ['Wang']],
  ])('marks %s', (_, q, text, marked) => {
    expect(markedFor(q, text)).toEqual([text, ...marked]);
  });

  it('marks the name that holds what was asked for, though others say more of what is like it', () => {
    expect(markedFor('wang', ['Wang Xq', 'Wang Wang Xq'])).toEqual(['Wang Xq', 'Wang']);
    expect(markedFor('wang', ['Yang Fang Tang', 'Wang Xq'])).toEqual(['Wang Xq', 'Wang']);
  });

  it.each(['🏛', '𠮷'])('shows no half of %s around what was found in a long text', (sign) => {
    const [before, after] = [`x ${sign.repeat(100)}`, sign.repeat(100)];
    for (const parts of ['', ' ', '  '].flatMap((blank) => [`${blank} roma ${blank}`, ` roma${blank} `])) {
      const [text, ...marked] = markedFor('roma', before + parts + after)!;
      expect([text!.isWellFormed(), text!.length < 300, marked]).toEqual([true, true, ['roma']]);
    }
  });

  it('marks what is written almost so only where nothing else was found', () => {
    expect(markedFor('rome', 'Roma')).toBe(null);
    expect(markedFor('rome', 'Roma', true)).toEqual(['Roma', 'Roma']);
    expect(markedFor('lou', 'Luo', true)).toEqual(['Luo', 'Luo']);
  });
});
