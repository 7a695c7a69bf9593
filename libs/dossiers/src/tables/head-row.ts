import type { Cell, Row } from './grid.js';
import { type HeadFields, type HeadGuess, guessHead } from './heads.rules.js';
import type { Mapping } from './mapping.js';
import { foldWord } from './words.rules.js';

/** A table: its row of heads, and the rows below. */
export interface HeadedRows {
  readonly heads: Row;
  readonly rows: readonly Row[];
}

/** Titles stand above the heads of many sheets. */
const MOST_TITLES = 10;

/**
 * Finds the row with the heads: of the first rows the one with the most heads that mean something. A second row of heads,
 * in another language or below heads of several columns, belongs to it; rows that say the heads again, as printed pages do,
 * are none of the table.
 */
export function findHeads(rows: readonly Row[], fields: HeadFields, mapping: Mapping): HeadedRows | null {
  const read = new Map<Cell | null, readonly HeadGuess[] | null>();
  const guessesOf = (cell: Cell | null): readonly HeadGuess[] | null => {
    if (!read.has(cell)) read.set(cell, guessesIn(cell, fields, mapping));
    return read.get(cell)!;
  };
  const known = rows.slice(0, MOST_TITLES).map(({ cells }) => cells.filter(guessesOf).length);
  const at = known.indexOf(Math.max(...known));
  const [upper, lower, ...others] = rows.slice(at);
  if (!upper) return null;
  const both = lower && isSecondRow(upper, lower, guessesOf) ? [upper, lower] : [upper];
  const heads = united(both, guessesOf);
  const below = lower && both.length === 1 ? [lower, ...others] : others;
  return { heads, rows: withoutRepeated(below, both) };
}

type Guesses = (cell: Cell | null) => readonly HeadGuess[] | null;

/** What a cell means as a head; null where it is none. */
function guessesIn(cell: Cell | null, fields: HeadFields, mapping: Mapping): readonly HeadGuess[] | null {
  if (typeof cell !== 'string') return null;
  const guesses = guessHead(cell, fields);
  return guesses.length > 0 || mapping.has(foldWord(cell)) ? guesses : null;
}

/** Whether each cell of the row below is a head too, which stands where there is none above, or says the same. */
function isSecondRow(upper: Row, lower: Row, guessesOf: Guesses): boolean {
  const filled = [...lower.cells.entries()].filter(([, cell]) => cell !== null);
  const least = Math.min(2, upper.cells.filter((cell) => cell !== null).length);
  return (
    filled.length >= least &&
    filled.every(([index, cell]) => {
      const [above, below] = [guessesOf(upper.cells[index] ?? null), guessesOf(cell)];
      return (
        below !== null && (!above || above.some(({ field }) => below.some((one) => one.field === field)))
      );
    })
  );
}

function united([upper, lower]: readonly Row[], guessesOf: Guesses): Row {
  if (!lower) return upper!;
  const width = Math.max(upper!.cells.length, lower.cells.length);
  const cells = Array.from({ length: width }, (_, index) => {
    const above = upper!.cells[index] ?? null;
    return guessesOf(above) ? above : (lower.cells[index] ?? above);
  });
  return { number: upper!.number, cells };
}

function withoutRepeated(rows: readonly Row[], heads: readonly Row[]): Row[] {
  const said = new Set(heads.filter(({ cells }) => countOf(cells) > 1).map(spell));
  return rows.filter((row) => !said.has(spell(row)));
}

function countOf(cells: Row['cells']): number {
  return cells.filter((cell) => cell !== null).length;
}

function spell({ cells }: Row): string {
  const last = cells.findLastIndex((cell) => cell !== null);
  return JSON.stringify(cells.slice(0, last + 1));
}
