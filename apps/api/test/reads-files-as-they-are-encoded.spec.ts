import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierFiles } from '#dossiers';
import { OFFICE } from '#identity';
import { type Office, openOffice } from './office.js';

const CARD = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN;LANGUAGE=it:Nicolò Città\r\nEND:VCARD\r\n';
const CALENDAR =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Città\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Perché\r\nDTSTART;VALUE=DATE:20270601\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

const FILES: readonly (readonly [string, string])[] = [
  ['application/yaml', 'dossier: città\ntitle: Perché\n'],
  ['application/json', '{ "dossier": "città", "title": "Perché" }'],
  ['application/jsonl', '{"dossier":"città","title":"Perché"}\n'],
  ['text/csv', 'Nome,Ente\nNicolò Rossi,Città\n'],
  ['text/tab-separated-values', 'Nome\tEnte\nNicolò Rossi\tCittà\n'],
  ['text/vcard', CARD],
  ['text/calendar', CALENDAR],
];

/** The ways to encode a text, and what their sender says of it. */
const WAYS: readonly (readonly [string | null, (text: string) => Buffer])[] = [
  ['utf-8', (text) => Buffer.from(text)],
  ['ISO-8859-1', (text) => Buffer.from(text, 'latin1')],
  ['utf-16le', (text) => Buffer.from(text, 'utf16le')],
  [null, (text) => Buffer.from(`\ufeff${text}`)],
  [null, (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['windows-1252', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
];

describe('a file of dossiers, of whatever kind', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  async function contentOf(type: string, bytes: Buffer, charset: string | null): Promise<unknown> {
    const said = { of: 'people', charset } as const;
    const read = await office.provider(DossierFiles).read(type, bytes, said, OFFICE);
    return [...read].flatMap((dossier) => dossier?.content ?? []);
  }

  it.each(FILES)(
    'as %s is read in the encoding that its mark says, or else its sender',
    async (type, text) => {
      const content = await contentOf(type, Buffer.from(text), null);
      for (const [charset, encode] of WAYS)
        expect([charset, await contentOf(type, encode(text), charset)]).toEqual([charset, content]);
      await expect(contentOf(type, Buffer.from(text), 'ebcdic')).rejects.toThrow(
        '“ebcdic” that Content-Type says',
      );
    },
  );
});
