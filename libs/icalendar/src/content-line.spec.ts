import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { escapeText, escapeUri, foldLine, writeProperty, writeText } from './content-line.js';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('a TEXT value', () => {
  it('escapes backslash, semicolon and comma', () => {
    expect(escapeText('a\\b;c,d:"e"')).toBe('a\\\\b\\;c\\,d:"e"');
  });

  it.each(['Guiyang\r\nNaples', 'Guiyang\rNaples', 'Guiyang\nNaples'])(
    'writes the break in %j as \\n',
    (text) => {
      expect(escapeText(text)).toBe('Guiyang\\nNaples');
    },
  );

  it('makes a tab a space and drops other control characters', () => {
    expect(escapeText('a\tb\u0000c\u001bd\u007fe\u0085f')).toBe('a bcdef');
  });

  it('makes half of a surrogate pair a replacement character', () => {
    expect(escapeText('a\ud83d')).toBe('a\ufffd');
  });
});

describe('a URI value', () => {
  it('stays as it is', () => {
    expect(escapeUri('https://example.org/a;b,c?d=e#贵阳')).toBe('https://example.org/a;b,c?d=e#贵阳');
  });

  it('cannot end its line', () => {
    expect(escapeUri('https://example.org/a b\r\nEND:VEVENT')).toBe(
      'https://example.org/a%20b%0D%0AEND:VEVENT',
    );
  });
});

describe('a parameter', () => {
  it('stands bare when it holds no delimiter', () => {
    expect(writeProperty('DTSTART', '20180712T100000', { TZID: 'Europe/Rome' })).toBe(
      'DTSTART;TZID=Europe/Rome:20180712T100000',
    );
  });

  it('is quoted when it holds a colon, semicolon or comma', () => {
    expect(writeProperty('X-P', 'v', { A: 'a:b', B: 'a;b', C: 'a,b' })).toBe('X-P;A="a:b";B="a;b";C="a,b":v');
  });

  it('writes quotes, carets and line breaks with carets, as RFC 6868 says', () => {
    expect(writeProperty('X-P', 'v', { A: '"^"\r\n' })).toBe("X-P;A=^'^^^'^n:v");
  });

  it('is left out when undefined', () => {
    expect(writeProperty('NAME', 'Corteo', { LANGUAGE: undefined })).toBe('NAME:Corteo');
  });

  it('is read back as it was', () => {
    // ical.js takes a backslash here for an escape, which only TEXT has.
    const parameter = fc.string({ maxLength: 100 }).filter((text) => !text.includes('\\'));
    fc.assert(
      fc.property(parameter, (text) => {
        const read = ICAL.Property.fromString(writeProperty('X-P', 'v', { A: text }));
        expect([read.getFirstParameter('a'), read.getFirstValue()]).toEqual([text, 'v']);
      }),
    );
  });
});

describe('folding', () => {
  it('leaves a line of 75 octets alone and breaks one of 76', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(foldLine('论'.repeat(25))).toBe('论'.repeat(25));
  });

  it.each([
    ['U+007F', '\u007f', 1],
    ['U+0080', '\u0080', 2],
    ['U+07FF', '\u07ff', 2],
    ['U+0800', '\u0800', 3],
    ['U+FFFF', '\uffff', 3],
    ['U+10000', '\u{10000}', 4],
  ])('takes %s for as many octets as it has', (_, character, octets) => {
    const room = 'x'.repeat(75 - octets);
    expect(foldLine(`${room}${character}`)).toBe(`${room}${character}`);
    expect(foldLine(`x${room}${character}`)).toBe(`x${room}\r\n ${character}`);
  });

  it('counts the space of the continuation', () => {
    expect(foldLine('x'.repeat(150))).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n x`);
  });

  it('counts octets, not characters', () => {
    expect(foldLine('论'.repeat(26))).toBe(`${'论'.repeat(25)}\r\n 论`);
  });

  it('keeps both halves of a surrogate pair together', () => {
    expect(foldLine(`${'x'.repeat(72)}😀`)).toBe(`${'x'.repeat(72)}\r\n 😀`);
    expect(foldLine(`${'x'.repeat(71)}😀😀`)).toBe(`${'x'.repeat(71)}😀\r\n 😀`);
  });

  it('is undone by unfolding, and leaves no line over 75 octets', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = writeText('SUMMARY', text);
        expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${escapeText(text)}`);
        const sizes = folded.split('\r\n').map((line) => Buffer.byteLength(line));
        expect(sizes.filter((size) => size > 75)).toEqual([]);
      }),
    );
  });
});
