import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import {
  escapeText,
  escapeUri,
  foldLine,
  joinLines,
  writeLine,
  writeProperty,
  writeText,
} from './content-line.js';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

/** Every character that a reader may take for the end of a line, as Unicode and Python's `splitlines` list them. */
const LINE_BREAKS = ['\r\n', ...'\n\v\f\r\u001c\u001d\u001e\u0085\u2028\u2029'];

describe('a TEXT value', () => {
  it('escapes backslash, semicolon and comma', () => {
    expect(escapeText('a\\b;c,d:"e"')).toBe('a\\\\b\\;c\\,d:"e"');
  });

  it.each(LINE_BREAKS)('writes the break %j as \\n', (lineBreak) => {
    expect(escapeText(`Guiyang${lineBreak}Naples`)).toBe('Guiyang\\nNaples');
  });

  it('makes a tab a space and drops other control characters', () => {
    expect(escapeText('a\tb\u0000c\u001bd\u007fe\u0086f')).toBe('a bcdef');
  });

  it('makes half of a surrogate pair a replacement character', () => {
    expect(escapeText('a\ud83d')).toBe('a\ufffd');
  });
});

describe('a text in one line', () => {
  it.each(LINE_BREAKS)('has a space for the break %j, or what it is told', (lineBreak) => {
    const text = `Guiyang${lineBreak}Naples`;
    expect([joinLines(text), joinLines(text, ', ')]).toEqual(['Guiyang Naples', 'Guiyang, Naples']);
    expect(writeLine('SUMMARY', text)).toBe('SUMMARY:Guiyang Naples');
    expect(writeLine('LOCATION', text, undefined, ', ')).toBe('LOCATION:Guiyang\\, Naples');
  });

  it('leaves out empty lines, and a mark that would stand twice', () => {
    expect(joinLines('\n Via Coroglio 104,\r\n\r\n80124 Naples \n', ', ')).toBe(
      'Via Coroglio 104, 80124 Naples',
    );
    expect(joinLines('\n \n')).toBe('');
  });

  it('stays as it is where it has no break', () => {
    expect(joinLines(' Guiyang, ', ', ')).toBe(' Guiyang, ');
  });

  it('has no character left at which anything ends a line', () => {
    const piece = fc.oneof(fc.constantFrom(...LINE_BREAKS), fc.string({ unit: 'binary', maxLength: 9 }));
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const written = [joinLines(text), joinLines(text, ', '), escapeText(text), escapeUri(text)];
          expect(
            written.filter((one) => [...one].some((character) => LINE_BREAKS.includes(character))),
          ).toEqual([]);
        },
      ),
    );
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
