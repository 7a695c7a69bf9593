import { describe, expect, it } from '@jest/globals';
import { holdsMacros, isAccepted, isPlainText, nameDocument } from './document.rules.js';

describe('the name of a document', () => {
  it.each([
    ['invito.pdf', 'application/pdf', 'invito.pdf'],
    ['INVITO.PDF', 'application/pdf', 'INVITO.PDF'],
    ['贵阳 “invito”.pdf', 'application/pdf', '贵阳 “invito”.pdf'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['photo', 'image/jpeg', 'photo.jpg'],
    ['photo.html', 'image/png', 'photo.html.png'],
    ['photo.png.', 'image/png', 'photo.png'],
    ['fdp.exe\u202efdp.', 'application/pdf', 'fdp.exefdp.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\temp\\note.txt', 'text/plain', 'note.txt'],
    ['line\r\nbreak\0.txt', 'text/plain', 'linebreak.txt'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['half\ud800.gif', 'image/gif', 'half.gif'],
    ['.pdf', 'application/pdf', 'pdf.pdf'],
    [' ... ', 'image/webp', 'document.webp'],
    ['folder/', 'image/tiff', 'document.tif'],
    [undefined, 'application/pdf', 'document.pdf'],
  ] as const)('%j of %s is %j', (given, mediaType, name) => {
    expect(nameDocument(given, mediaType)).toBe(name);
  });

  it('is cut where it is too long, and keeps its ending', () => {
    expect(nameDocument(`${'𠀀'.repeat(300)}.PDF`, 'application/pdf')).toBe(`${'𠀀'.repeat(200)}.PDF`);
  });
});

it.each([
  ['application/pdf', true],
  ['text/html', false],
  ['toString', false],
  [undefined, false],
])('A document said to be %s is accepted: %s', (mediaType, accepted) => {
  expect(isAccepted(mediaType)).toBe(accepted);
});

describe('a plain text', () => {
  it.each<[string[], boolean]>([
    [['贵阳'], true],
    [['tab\tline\r\npage\f'], true],
    [['BMW a Napoli'], true],
    [['a < b, <3 and <html'], true],
    [['<3 greetings'], true],
    [['', ' '], true],
    [['\u007f'], false],
    [['\u0085'], false],
    [['a\0'], false],
    [['<html>'], false],
    [[' \n', '\ufeff<', '!doctype html>'], false],
    [['<?xml?>'], false],
    [['</p>'], false],
  ])('is %j: %s', async (pieces, is) => {
    expect(await isPlainText(bytesOf(pieces.map((piece) => Buffer.from(piece))))).toBe(is);
  });

  it('is in UTF-8, wherever it is cut', async () => {
    const text = Buffer.from('贵阳');
    const judged = [
      await isPlainText(bytesOf([text.subarray(0, 4), text.subarray(4)])),
      await isPlainText(bytesOf([text.subarray(0, 4)])),
      await isPlainText(bytesOf([Buffer.from([0xe0])])),
    ];
    expect(judged).toEqual([true, false, false]);
  });

  it('is not judged where it cannot be read', async () => {
    await expect(isPlainText(failing())).rejects.toThrow('unreadable');
  });
});

it.each<[string[], boolean]>([
  [['word/vbaProject.bin'], true],
  [['word/VBAPROJ', 'ECT.BIN and more'], true],
  [['v', 'b', 'aProject.bin'], true],
  [['word/document.xml'], false],
])('An archive of %j holds macros: %s', async (pieces, holds) => {
  expect(await holdsMacros(bytesOf(pieces.map((piece) => Buffer.from(piece))))).toBe(holds);
});

async function* bytesOf(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.from('a');
  throw new TypeError('unreadable');
}
