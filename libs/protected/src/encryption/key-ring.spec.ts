import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FIELDS } from '../profiles/profile.rules.js';
import { KEY_ID, KeyRing } from './key-ring.js';

const [PERSON, OTHER] = ['019a8f3e-4c00-7000-8000-000000000001', '019a8f3e-4c00-7000-8000-000000000002'];
const VALUE = { number: 'X0000000', expires: '2031-05' };

const [first, second] = [createSecretKey(randomBytes(32)), createSecretKey(randomBytes(32))];
const ring = new KeyRing([first]);
const at = (field: string, personId = PERSON) => ({ personId, field });

describe('an encrypted field', () => {
  it.each(FIELDS)('is read as what it was, and as no other field and of no other person: %s', (field) => {
    const sealed = ring.seal(VALUE, at(field));
    expect(ring.open(sealed, at(field))).toEqual(VALUE);
    const elsewhere = [
      ...FIELDS.filter((other) => other !== field).map((other) => at(other)),
      ...FIELDS.map((other) => at(other, OTHER)),
    ];
    const opened = elsewhere.filter((place) => isOpened(ring, sealed, place));
    expect(opened).toEqual([]);
  });

  it('is another text every time, as long as many others, and nothing of it is in the clear', () => {
    const [one, again] = [ring.seal(VALUE, at('passport')), ring.seal(VALUE, at('passport'))];
    expect(one.equals(again)).toBe(false);
    expect(one.length).toBe(ring.seal('no pork', at('dietary')).length);
    expect(one.toString('latin1')).not.toContain('X0000000');
  });

  it('holds any JSON, in any script', () => {
    const values = ['对青霉素过敏', 'x'.repeat(5000), '', 'a'.repeat(62), { name: null }, false, 0];
    expect(values.map((value) => ring.open(ring.seal(value, at('notes')), at('notes')))).toEqual(values);
  });

  it('is not read where any bit of it was altered, or something was cut off', () => {
    const sealed = ring.seal(VALUE, at('passport'));
    const altered = Array.from(sealed, (byte, index) => {
      const copy = Buffer.from(sealed);
      copy[index] = byte ^ 1;
      return copy;
    });
    const cut = [sealed.subarray(0, -1), sealed.subarray(0, 30), Buffer.alloc(0)];
    expect([...altered, ...cut].filter((one) => isOpened(ring, one, at('passport')))).toEqual([]);
  });

  it('is read with the key it was encrypted with alone, wherever that stands', () => {
    const sealed = ring.seal(VALUE, at('visa'));
    expect(isOpened(new KeyRing([second]), sealed, at('visa'))).toBe(false);
    const rotating = new KeyRing([second, first]);
    expect(rotating.open(sealed, at('visa'))).toEqual(VALUE);
    const anew = rotating.seal(rotating.open(sealed, at('visa')), at('visa'));
    expect([isOpened(ring, anew, at('visa')), new KeyRing([second]).open(anew, at('visa'))]).toEqual([
      false,
      VALUE,
    ]);
  });

  it('says which key it needs, and nothing of that key', () => {
    const sealed = ring.seal(VALUE, at('visa'));
    const id = sealed.subarray(KEY_ID.from - 1, KEY_ID.from - 1 + KEY_ID.bytes);
    expect(id).toEqual(ring.firstId);
    expect(first.export().includes(id)).toBe(false);
  });

  it('cannot be made without a key', () => {
    expect(() => new KeyRing([])).toThrow('PROTECTED_KEY');
  });
});

function isOpened(some: KeyRing, sealed: Buffer, place: { personId: string; field: string }): boolean {
  try {
    some.open(sealed, place);
    return true;
  } catch (error) {
    // Any other error would be a fault of the program.
    return (error as { code?: string }).code !== 'protected.unreadable';
  }
}
