import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inParts, writeArchive } from './writing.js';

function cut(given: readonly Buffer[], least: number): Promise<Buffer[]> {
  return Readable.from(inParts(Readable.from(given), least)).toArray();
}

const parts = fc.array(
  fc.string({ unit: fc.constantFrom('a', '\n'), minLength: 1 }).map((text) => Buffer.from(text)),
);

describe('rows that come in pieces', () => {
  it('are written in parts that end with a row, but for the last, and lose nothing', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 20 }), async (given, least) => {
        const written = await cut(given, least);
        expect(Buffer.concat(written)).toEqual(Buffer.concat(given));
        for (const part of written.slice(0, -1)) {
          expect(part.at(-1)).toBe(10);
        }
        expect(written.filter(({ length }) => length === 0)).toEqual([]);
      }),
    );
  });

  it('are cut where a part is large enough, and no row is cut in two', async () => {
    const given = ['ab\ncd', 'ef', 'gh\nij\nk', 'l\n'].map((text) => Buffer.from(text));
    expect((await cut(given, 4)).map(String)).toEqual(['ab\n', 'cdefgh\nij\n', 'kl\n']);
  });
});

describe('an archive', () => {
  const contents = {
    madeAt: '2026-11-27T09:00:00.000Z',
    postgres: '18.4',
    schema: [],
    tables: [{ name: 'places', columns: ['id'], rows: 1_000_000 }],
    sequences: [],
  };

  it('that nobody reads to its end is given up, and asks for no more rows', async () => {
    const given = Promise.withResolvers<void>();
    const endless = async function* (): AsyncGenerator<Buffer> {
      try {
        while (true) yield Buffer.from(`${randomBytes(50_000).toString('hex')}\n`);
      } finally {
        given.resolve();
      }
    };
    let size = 0;
    for await (const bytes of writeArchive(contents, endless)) if ((size += bytes.length) > 100_000) break;
    expect(await given.promise).toBeUndefined();
  });

  it('ends with what is wrong where the rows cannot be given', async () => {
    const failing = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('1\n');
      throw new Error('no more rows');
    };
    await expect(Readable.from(writeArchive(contents, failing)).toArray()).rejects.toThrow('no more rows');
  });
});
