import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { named } from '#directory/testing';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';

const PLAIN = { 'accept-encoding': 'identity' };
const BROTLI = { 'accept-encoding': 'gzip, deflate, br' };
const GZIP = { 'accept-encoding': 'gzip' };

describe('a large answer', () => {
  let office: Office;
  let topic: Recorded;

  beforeAll(async () => {
    office = await openOffice();
    topic = await office.record('/v1/topics', {
      names: named('5G'),
      notes: { en: 'Seven partners. '.repeat(600) },
    });
  });
  afterAll(() => office.close());

  it.each([
    ['br', BROTLI],
    ['gzip', GZIP],
  ])('comes as %s to who takes it, with a tag of its own', async (coding, headers) => {
    const [plain, packed] = [await office.get(topic.at, PLAIN), await office.get(topic.at, headers)];
    expect(packed.body).toEqual(plain.body);
    expect([plain, packed].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, coding]);
    expect(packed.headers.etag).toBe(plain.headers.etag!.replace(/"$/, `-${coding}"`));
    for (const { headers } of [plain, packed])
      expect(headers.vary).toBe('Accept-Language, Authorization, Accept-Encoding');
  });

  it('is told the same of by HEAD', async () => {
    for (const headers of [PLAIN, BROTLI]) {
      const [got, head] = [
        await office.get(topic.at, headers),
        await office.misuse('head', topic.at, undefined, headers),
      ];
      const told = ['etag', 'vary', 'content-encoding', 'content-length', 'content-type'];
      expect(told.map((name) => head.headers[name])).toEqual(told.map((name) => got.headers[name]));
    }
  });

  it('is not sent again to who has it, under the tag that they have', async () => {
    for (const headers of [PLAIN, GZIP, BROTLI]) {
      const { etag } = (await office.get(topic.at, headers)).headers;
      const again = await office.get(topic.at, { ...headers, 'if-none-match': etag! });
      expect([again.status, again.headers.etag, again.text]).toEqual([304, etag, '']);
      expect(again.headers.vary).toBe('Accept-Language, Authorization, Accept-Encoding');
    }
  });

  it('is changed by the tag that it came with', async () => {
    const { etag } = (await office.get(topic.at, BROTLI)).headers;
    const { status } = await office.patch(topic.at, { names: named('6G') }, { 'if-match': etag! });
    expect([etag!.endsWith('-br"'), status]).toEqual([true, 200]);
  });

  it('is a calendar as it is, for programs that unpack nothing', async () => {
    const forum = { visibility: 'public', status: 'announced', starts: '2027-05-04', ends: '2027-05-06' };
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        office.record('/v1/forums', { names: named(`Forum ${at}`), ...forum }),
      ),
    );
    const { headers, text } = await office.get('/v1/calendars/forums.ics', BROTLI);
    expect(text.length).toBeGreaterThan(8192);
    expect([headers['content-encoding'], headers.etag!.endsWith('-br"')]).toEqual([undefined, false]);
  });

  it('that is small comes as it is', async () => {
    const small = await office.record('/v1/topics', {
      names: named('7G'),
      notes: { en: 'Seven. '.repeat(600) },
    });
    expect((await office.get(small.at, BROTLI)).headers['content-encoding']).toBeUndefined();
    const { headers } = await office.get('/v1/me', BROTLI);
    expect(headers['content-encoding']).toBeUndefined();
  });

  it.each(['/openapi.json', '/docs', '/docs/swagger-ui-bundle.js', '/docs/swagger-ui-init.js'])(
    'that stays the same, %s, is compressed for everybody',
    async (path) => {
      const plain = await office.misuse('get', path, undefined, PLAIN);
      for (const headers of [GZIP, BROTLI, BROTLI]) {
        const packed = await office.misuse('get', path, undefined, headers);
        const coding = headers === GZIP ? 'gzip' : 'br';
        expect([packed.status, packed.headers['content-encoding']]).toEqual([200, coding]);
        expect([packed.text, packed.headers.vary]).toEqual([plain.text, 'Accept-Encoding']);
      }
    },
  );
});
