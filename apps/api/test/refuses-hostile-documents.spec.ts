import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSource } from '#sources/testing';
import type { Recorded } from './answer.js';
import { type Documents, code, documentsOf } from './documents.js';
import { DOCX, FILES, aDocx, aZip } from './files.js';
import { type Office, openOffice } from './office.js';

const MIB = 1024 * 1024;
const PDF = FILES['application/pdf']!;

describe('an organizer who is sent a file', () => {
  let office: Office;
  let documents: Documents;

  beforeAll(async () => {
    office = await openOffice();
    documents = await documentsOf(office);
  });
  afterAll(() => office.close());

  describe('is refused what is not what it is said to be:', () => {
    let source: Recorded;
    let before: number;
    beforeAll(async () => {
      source = await office.record('/v1/sources', aSource());
      before = await documents.count();
    });

    const HTML = '<!doctype html><script>alert(1)</script>';
    const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    it.each<[what: string, bytes: Buffer, mediaType: string]>([
      ['a page as a text', Buffer.from(HTML), 'text/plain'],
      ['a page after white space', Buffer.from(`\ufeff \r\n\t ${HTML.toUpperCase()}`), 'text/plain'],
      ['a page after much white space', Buffer.from(' '.repeat(MIB) + HTML), 'text/plain'],
      ['a comment of a page', Buffer.from(`<!-- -->${HTML}`), 'text/plain'],
      ['a drawing with a script as a text', Buffer.from(SVG), 'text/plain'],
      ['a drawing with a script as an image', Buffer.from(SVG), 'image/png'],
      ['XML as a text', Buffer.from(`<?xml version="1.0"?>${SVG}`), 'text/plain'],
      ['a page before a PDF', Buffer.concat([Buffer.from(HTML), PDF]), 'application/pdf'],
      ['a page as a PDF', Buffer.from(HTML), 'application/pdf'],
      ['a PDF as a text', PDF, 'text/plain'],
      ['an image as another', FILES['image/png']!, 'image/jpeg'],
      ['a text as an image', FILES['text/plain']!, 'image/gif'],
      ['a text in Latin-1', Buffer.from('citt\xe0', 'latin1'), 'text/plain'],
      ['a text in UTF-16', Buffer.from('\ufeffcitta', 'utf16le'), 'text/plain'],
      ['half a character', Buffer.from('贵阳').subarray(0, 5), 'text/plain'],
      ['a text with NUL', Buffer.from('a\0b'), 'text/plain'],
      ['a text with an escape', Buffer.from('\u001b[31mred'), 'text/plain'],
      ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'application/pdf'],
      ['an archive as a document', aZip({ 'a.txt': 'x' }), DOCX],
      ['an archive as an image', aZip({ 'a.txt': 'x' }), 'image/png'],
      [
        'a table as a document',
        aDocx(
          {},
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
          'xl/workbook.xml',
        ),
        DOCX,
      ],
      [
        'a document that may hold macros',
        aDocx({}, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
        DOCX,
      ],
      ['the first bytes of an image', FILES['image/png']!.subarray(0, 6), 'image/png'],
    ])('%s', async (_, bytes, mediaType) => {
      const answer = await documents.attach(source, bytes, mediaType);
      expect([...code(answer), await documents.count()]).toEqual([422, 'document.not-as-said', before]);
    });

    it.each(['word/vbaProject.bin', 'WORD/VBAPROJECT.BIN', 'x/vbaProject.bin'])(
      'a document with macros in %s',
      async (name) => {
        const answer = await documents.attach(source, aDocx({ [name]: 'x' }), DOCX);
        expect([...code(answer), await documents.count()]).toEqual([422, 'document.macros', before]);
      },
    );

    it('nothing at all', async () => {
      const answers = [
        await documents.attach(source, Buffer.alloc(0), 'text/plain'),
        await documents.attach(source, Buffer.alloc(0), 'image/png'),
      ];
      expect(answers.map(code)).toEqual([
        [400, 'document.empty'],
        [400, 'document.empty'],
      ]);
    });
  });

  it('has an image that is a script as well kept as the image that it is, and no browser runs it', async () => {
    const polyglot = Buffer.concat([
      Buffer.from('GIF89a/*'),
      FILES['image/gif']!.subarray(8),
      Buffer.from('*/=1;alert(1)//<script>alert(1)</script>'),
    ]);
    const source = await office.record('/v1/sources', aSource());
    const { body } = await documents.attach(source, polyglot, 'image/gif', 'logo.html');
    expect(body.document).toMatchObject({ name: 'logo.html.gif', mediaType: 'image/gif' });
    const { headers } = await documents.download(source);
    expect(
      ['content-type', 'x-content-type-options', 'content-security-policy'].map((name) => headers.get(name)),
    ).toEqual(['image/gif', 'nosniff', "sandbox; default-src 'none'"]);
    expect(headers.get('content-disposition')).toBe('attachment; filename=logo.html.gif');
  });
});
