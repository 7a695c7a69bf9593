import { expect, it } from '@jest/globals';
import { FIGURE_KINDS, type FigureFacts, figureErrors } from './figure.rules.js';

const quantity = { value: 3, qualifier: 'exact', unit: '%' };

it('A figure is measured, or to be reached', () => {
  expect(FIGURE_KINDS).toEqual(['indicator', 'target']);
});

it.each<FigureFacts>([
  { kind: 'indicator', quantity },
  { kind: 'indicator', rank: 7, among: { en: 'cities' }, asOf: '2024', yearsRunning: 6 },
  { kind: 'indicator', quantity, rank: 1, due: null },
  { kind: 'target', quantity },
  { kind: 'target', quantity, due: '2027', rank: null, asOf: null },
])('A figure may be %j', (figure) => {
  expect(figureErrors(figure)).toEqual([]);
});

it.each<[FigureFacts, [pointer: string, code: string][]]>([
  [{ kind: 'indicator' }, [['', 'no-amount']]],
  [{ kind: 'indicator', quantity: null, rank: null }, [['', 'no-amount']]],
  [{ kind: 'indicator', quantity, due: '2027' }, [['/due', 'not-of-indicator']]],
  [{ kind: 'indicator', quantity, among: { en: 'cities' } }, [['/among', 'no-amount']]],
  [{ kind: 'target', due: '2027' }, [['/quantity', 'no-amount']]],
  [
    { kind: 'target', rank: 1 },
    [
      ['/quantity', 'no-amount'],
      ['/rank', 'not-of-target'],
    ],
  ],
  [
    { kind: 'target', quantity, among: { en: 'cities' }, asOf: '2024', yearsRunning: 1 },
    [
      ['/among', 'not-of-target'],
      ['/asOf', 'not-of-target'],
      ['/yearsRunning', 'not-of-target'],
    ],
  ],
])('A figure is not %j', (figure, errors) => {
  expect(figureErrors(figure).map(({ pointer, code }) => [pointer, code])).toEqual(errors);
});
