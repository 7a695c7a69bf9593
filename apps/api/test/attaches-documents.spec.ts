import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Documents as KeptDocuments } from '#documents';
import { MEDIA_TYPES } from '#documents/testing';
import { aSource } from '#sources/testing';
import { DataSource } from 'typeorm';
import type { Recorded } from './answer.js';
import { type Documents, checksumOf, code, documentsOf, typed } from './documents.js';
import { FILES } from './files.js';
import { type Office, openOffice } from './office.js';

const MIB = 1024 * 1024;
const PDF = FILES['application/pdf']!;

describe('an organizer who has the file of a source', () => {
  let office: Office;
  let documents: Documents;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    documents = await documentsOf(office);
  });
  afterAll(() => office.close());

  describe('attaches it', () => {
    it.each(Object.entries(FILES))('%s, and has the same bytes back', async (mediaType, bytes) => {
      const source = await office.record('/v1/sources', aSource());
      const answer = await documents.attach(source, bytes, mediaType, 'invitation.bin');
      expect([answer.status, answer.body.version, answer.body.document]).toEqual([
        200,
        2,
        {
          name: expect.stringMatching(/^invitation\.bin\.\w+$/),
          mediaType,
          size: bytes.length,
          checksum: checksumOf(bytes),
        },
      ]);
      const got = await documents.download(source);
      expect([got.status, got.bytes]).toEqual([200, bytes]);
    });

    it('of every type that is documented', () => {
      expect(Object.keys(FILES)).toEqual(MEDIA_TYPES);
    });

    it('and finds it beside the source in lists', async () => {
      const source = await office.record('/v1/sources', aSource({ publisher: 'Comune di Napoli' }));
      const { body } = await documents.attach(source, PDF, 'application/pdf', 'lettera.pdf');
      const { body: list } = await office.get('/v1/sources?q=napoli');
      expect(list.items[0].document).toEqual(body.document);
      expect((await office.get(source.at)).body.document).toEqual(body.document);
      expect(source.document).toBe(null);
    });

    it('and is told where it is no longer kept while it is read', async () => {
      const source = await office.record('/v1/sources', aSource());
      const { body } = await documents.attach(source, PDF, 'application/pdf');
      const kept = office.provider(KeptDocuments);
      const gone = { ...body.document, mediaType: 'text/plain', checksum: checksumOf(Buffer.from('gone')) };
      const read = kept.read(gone);
      jest.spyOn(kept, 'read').mockReturnValueOnce(read);
      const { status, bytes } = await documents.download(source);
      expect([status, JSON.parse(bytes.toString()).code]).toEqual([404, 'document.none']);
      expect(await kept.textOf(gone)).toBe(null);
    });

    it('of several pieces, with what is left of the last', async () => {
      const source = await office.record('/v1/sources', aSource());
      const bytes = Buffer.concat([PDF, Buffer.alloc(600 * 1024, 'corteo')]);
      await documents.attach(source, bytes, 'application/pdf');
      expect((await documents.download(source)).bytes.equals(bytes)).toBe(true);
    });
  });

  describe('gets it as a file to save', () => {
    let source: Recorded;
    beforeAll(async () => {
      source = await office.record('/v1/sources', aSource());
      await documents.attach(source, PDF, 'application/pdf', '贵阳 “invito”.pdf');
    });

    it('under its name, of the type that it is, in no browser shown or run', async () => {
      const { headers } = await documents.download(source);
      expect(shown(headers)).toEqual(SAFE);
    });

    it('or only what there is to know of it', async () => {
      const { headers, bytes, status } = await documents.download(source, { method: 'HEAD' });
      expect([status, shown(headers), bytes.length]).toEqual([200, SAFE, 0]);
    });

    it('or not again, where it is the same', async () => {
      const again = { headers: { 'if-none-match': `"${checksumOf(PDF)}"` } };
      const { status, bytes } = await documents.download(source, again);
      expect([status, bytes.length]).toEqual([304, 0]);
    });

    it('but not without a token', async () => {
      const answers = [
        await office.stranger.get(`${source.at}/document`),
        await office.reader.get(`${source.at}/document`),
        await office.reader.put(`${source.at}/document`, PDF, typed('application/pdf')),
      ];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
        [401, 'identity.required'],
        [200, undefined],
        [403, 'identity.scope'],
      ]);
    });

    const SAFE = {
      'content-type': 'application/pdf',
      'content-length': `${PDF.length}`,
      'content-disposition': `attachment; filename="?? ?invito?.pdf"; filename*=UTF-8''%E8%B4%B5%E9%98%B3%20%E2%80%9Cinvito%E2%80%9D.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      etag: `"${checksumOf(PDF)}"`,
    };
    const shown = (headers: globalThis.Headers) =>
      Object.fromEntries(Object.keys(SAFE).map((name) => [name, headers.get(name)]));
  });

  describe('puts another in its place', () => {
    it('or takes it away, and the history tells of each', async () => {
      const source = await office.record('/v1/sources', aSource());
      await documents.attach(source, PDF, 'application/pdf', 'draft.pdf');
      await documents.attach(source, PDF, 'application/pdf', 'draft.pdf');
      await documents.attach(source, FILES['image/png']!, 'image/png', 'scan.png');
      const { status, body } = await office.delete(`${source.at}/document`, { 'if-match': '*' });
      expect([status, body.version, body.document]).toEqual([200, 4, null]);
      expect([await gone(source), await taken(source)]).toEqual([
        [404, 'document.none'],
        [404, 'document.none'],
      ]);

      const history = await office.get(`${source.at}/history`);
      const [pdf, png] = [PDF, FILES['image/png']!].map(checksumOf);
      expect(history.body.items.map(({ fields }: Recorded) => fields)).toEqual([
        [changed('document', png, null), changed('documentName', 'scan.png', null)],
        [changed('document', pdf, png), changed('documentName', 'draft.pdf', 'scan.png')],
        [changed('document', null, pdf), changed('documentName', null, 'draft.pdf')],
        [],
      ]);
      expect(await keptOf(office, pdf!)).toBe(1);
    });

    const changed = (field: string, old: unknown, present: unknown) => ({ field, old, new: present });
    const gone = async ({ at }: Recorded) => code(await office.get(`${at}/document`));
    const taken = async ({ at }: Recorded) =>
      code(await office.delete(`${at}/document`, { 'if-match': '*' }));
  });

  describe('is refused, before anything is read of it,', () => {
    let source: Recorded;
    beforeAll(async () => {
      source = await office.record('/v1/sources', aSource());
    });

    it('where there is no such source, or it is put away', async () => {
      const away = await office.record('/v1/sources', aSource());
      await office.delete(away.at, { 'if-match': '*' });
      const nowhere = { at: '/v1/sources/019a8f3e-4c00-7000-8000-00000000ffff' };
      const answers = [
        await documents.attach(nowhere, PDF, 'application/pdf'),
        await documents.attach(away, PDF, 'application/pdf'),
      ];
      expect(answers.map(code)).toEqual([
        [404, 'record.unknown'],
        [409, 'record.archived'],
      ]);
    });

    it('where it is based on another version, or on none', async () => {
      const at = `${source.at}/document`;
      const type = typed('application/pdf');
      const answers = [
        await office.put(at, PDF, { ...type, 'if-match': '"7-x"' }),
        await office.put(at, PDF, type),
        await office.delete(at, { 'if-match': '"7-x"' }),
        await office.delete(at),
      ];
      expect(answers.map(code)).toEqual([
        [412, 'record.stale'],
        [428, 'record.version-required'],
        [412, 'record.stale'],
        [428, 'record.version-required'],
      ]);
    });

    it.each([
      'image/svg+xml',
      'text/html',
      'application/xhtml+xml',
      'application/zip',
      'application/octet-stream',
      'application/json',
      'application/vnd.ms-word.document.macroEnabled.12',
      'multipart/form-data; boundary=x',
    ])('where it is said to be %s', async (mediaType) => {
      expect(code(await documents.attach(source, Buffer.from('{}'), mediaType))).toEqual([
        415,
        'document.media-type',
      ]);
    });

    it('and stays as it was', async () => {
      expect((await office.get(source.at)).body).toMatchObject({ version: 1, document: null });
    });
  });

  it('has the same bytes kept once, also where they come several times at once', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(3 * MIB, 'once')]);
    const sources = [];
    for (let n = 0; n < 4; n++) sources.push(await office.record('/v1/sources', aSource()));
    const answers = await Promise.all(
      sources.map((source) => documents.attach(source, bytes, 'application/pdf')),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await keptOf(office, checksumOf(bytes))).toBe(49);
  });
});

/** In how many pieces a document is kept. */
async function keptOf(office: Office, checksum: string): Promise<number> {
  const pieces = 'select from document_pieces where checksum = $1';
  return (await office.provider(DataSource).query<object[]>(pieces, [checksum])).length;
}
