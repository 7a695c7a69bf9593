import type { Qualifier, Quantity } from '#vocabulary';
import type { Reading } from './dates.js';
import type { Cell } from './grid.js';

/** What stands before or after a number and says how exact it is, in Italian, English and Chinese. */
const QUALIFIED: readonly (readonly [Qualifier, RegExp])[] = [
  ['almost', /^(?:quasi|almost|nearly|近|将近)\s*/i],
  ['over', /^(?:oltre|più di|over|more than|超过|>)\s*/i],
  ['at_least', /^(?:almeno|at least|至少|≥)\s*/i],
  ['up_to', /^(?:fino a|al massimo|up to|at most|最多|≤)\s*/i],
  ['about', /^(?:circa|ca\.?|about|around|approx\.?|约|大约|~|±)\s*/i],
  ['over', /\s*(?:\+|余)$/],
];

const RANGE = /^(.*\d)\s*(?:-|–|—|~|至|到|\ba\b|\bto\b)\s*(\d.*)$/i;

/** Reads a number that may say how exact it is: `oltre 20.000`, `100-120`, 约300. */
export function readQuantity(cell: Cell): Reading<Quantity> {
  if (typeof cell === 'number') return { value: { value: cell, qualifier: 'exact' } };
  const text = String(cell);
  const [qualifier, pattern] = QUALIFIED.find(([, one]) => one.test(text)) ?? (['exact', null] as const);
  const rest = pattern ? text.replace(pattern, '') : text;
  const [, least, most] = RANGE.exec(rest) ?? [];
  const value = readFigure(least ?? rest);
  const max = most === undefined ? undefined : readFigure(most);
  if (value === null || max === null)
    return { fault: `“${text}” is no number. Write it as 20000.`, code: 'number' };
  return { value: { value, ...(max === undefined ? {} : { max }), qualifier } };
}

/** Reads a whole number. */
export function readWhole(cell: Cell): Reading<number> {
  const value = typeof cell === 'number' ? cell : readFigure(String(cell));
  if (value !== null && Number.isInteger(value)) return { value };
  return { fault: `“${String(cell)}” is no whole number.`, code: 'number' };
}

const GROUPED = /^[1-9]\d{0,2}(?:([.,'’\s])\d{3})(?:\1\d{3})*(?!\d|\1)/;

/**
 * Reads a number as it is written in figures. Quantities have at most two decimals, so that what stands before three
 * figures groups them, whether it is the point of Italian or the comma of English. Behind a 0 nothing is grouped.
 */
export function readFigure(text: string): number | null {
  const trimmed = text.trim();
  const [grouped = ''] = GROUPED.exec(trimmed) ?? [];
  const plain = grouped.replace(/\D/g, '') + trimmed.slice(grouped.length);
  return /^\d+(?:[.,]\d{1,2})?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}
