import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inParts } from './writing.js';

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
