import { expect, it } from '@jest/globals';
import { VALUE_MAX_LENGTH, fieldErrors, isShortEnough, locatorErrors } from './citation.rules.js';

it.each([
  [undefined],
  [null],
  [{ page: 1 }],
  [{ paragraph: 3 }],
  [{ page: 1, paragraph: 3, start: null, end: null }],
  [{ start: 0, end: 4 }],
  [{ page: 1, start: 3, end: 4 }],
])('A source may be cited at %j', (locator) => {
  expect(locatorErrors(locator, 4)).toEqual([]);
});

it.each([
  [{}, '/locator'],
  [{ page: null, paragraph: null }, '/locator'],
  [{ start: 0 }, '/locator/end'],
  [{ page: 1, end: 4 }, '/locator/start'],
  [{ start: 2, end: 2 }, '/locator/end'],
  [{ start: 0, end: 5 }, '/locator/end'],
])('A source of four characters is not cited at %j', (locator, pointer) => {
  expect(locatorErrors(locator, 4).map((error) => error.pointer)).toEqual([pointer]);
});

it('A range may be given before the text is known', () => {
  expect(locatorErrors({ start: 0, end: 200_000 })).toEqual([]);
});

it('A field is one that the record has, or none', () => {
  const errors = [undefined, null, 'kind', 'Kind', ''].map((field) =>
    fieldErrors(field, 'place', ['kind', 'names']),
  );
  expect(errors.map(([error]) => error?.code)).toEqual([
    undefined,
    undefined,
    undefined,
    'unknown-field',
    'unknown-field',
  ]);
  expect(errors[3]![0]!.detail).toBe('A record of the kind place has no field “Kind”; it has kind, names.');
});

it('A value is short enough to stand beside the record, whatever it is', () => {
  const longest = 'a'.repeat(VALUE_MAX_LENGTH - 2);
  const values = [undefined, null, 0, false, ['x'], { it: 'x' }, longest, `${longest}a`, [longest]];
  expect(values.map(isShortEnough)).toEqual([true, true, true, true, true, true, true, false, false]);
});
