import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '#refusals';
import { type LastKey, readCursor, writeCursor } from './cursor.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/% ';

const filters = fc.dictionary(
  fc.constantFrom('q', 'kind', 'from', 'status'),
  fc.string({ unit: 'grapheme' }),
  {
    noNullPrototype: true,
  },
);
const last = fc.tuple(fc.string({ unit: 'grapheme' }), fc.uuid()) as fc.Arbitrary<LastKey>;
const page = fc.record({ list: fc.string(), sort: fc.string(), filters, last });

const KEY = randomBytes(64);

describe('a cursor', () => {
  it('is the same for the same place, and tells nobody else which', () => {
    const [one, again, other] = [KEY, KEY, randomBytes(64)].map((key) =>
      writeCursor(key, 'changes', 'position', {}, ['81523', 'mark']),
    );
    expect([one === again, one === other]).toEqual([true, false]);
    expect(Buffer.from(one!, 'base64url').toString('latin1')).not.toMatch(/position|81523|mark/);
  });

  it('is refused with another key', () => {
    fc.assert(
      fc.property(page, ({ list, sort, filters, last }) => {
        const cursor = writeCursor(randomBytes(64), list, sort, filters, last);
        expect(() => readCursor(KEY, list, sort, filters, cursor)).toThrow(Refusal);
      }),
    );
  });

  it('gives back the key it was written with', () => {
    fc.assert(
      fc.property(page, ({ list, sort, filters, last }) => {
        expect(readCursor(KEY, list, sort, filters, writeCursor(KEY, list, sort, filters, last))).toEqual(
          last,
        );
      }),
    );
  });

  it('does not depend on the order of the filters', () => {
    fc.assert(
      fc.property(page, ({ list, sort, filters, last }) => {
        const turned = Object.fromEntries(Object.entries(filters).toReversed());
        expect(writeCursor(KEY, list, sort, turned, last)).toBe(writeCursor(KEY, list, sort, filters, last));
      }),
    );
  });

  it('is refused with one character altered, added or left out, wherever that is', () => {
    fc.assert(
      fc.property(
        page,
        fc.nat(),
        fc.constantFrom(...ALPHABET),
        ({ list, sort, filters, last }, at, letter) => {
          const cursor = writeCursor(KEY, list, sort, filters, last);
          const position = at % cursor.length;
          const [before, after] = [cursor.slice(0, position), cursor.slice(position + 1)];
          const altered = [
            before + letter + after,
            before + letter + cursor[position]! + after,
            before + after,
          ];
          for (const one of altered.filter((text) => text !== cursor)) {
            expect(() => readCursor(KEY, list, sort, filters, one)).toThrow(Refusal);
          }
        },
      ),
    );
  });

  it.each(['list', 'sort', 'filters'] as const)('is refused with another %s', (part) => {
    fc.assert(
      fc.property(page, page, (one, { [part]: other }) => {
        fc.pre(!isDeepStrictEqual(one[part], other));
        const cursor = writeCursor(KEY, one.list, one.sort, one.filters, one.last);
        const { list, sort, filters } = Object.assign({ ...one }, { [part]: other });
        expect(() => readCursor(KEY, list, sort, filters, cursor)).toThrow(Refusal);
      }),
    );
  });

  it('is refused where it is any other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readCursor(KEY, 'places', 'name', {}, text)).toThrow(Refusal);
      }),
    );
  });
});
