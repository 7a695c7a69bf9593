import type { FieldCode } from '#refusals';
import { unreadable } from './decoded-text.js';

/** What a cell holds: text as it was written, or what a spreadsheet keeps as a number, a truth value or a date. */
export type Cell = string | number | boolean | Date;

/** A row that holds something, with its number as the sheet shows it. */
export interface Row {
  readonly number: number;
  readonly cells: readonly (Cell | null)[];
}

/** What is wrong with a cell, or a row. */
export interface GridFault {
  readonly row: number;
  /** Counted from 0; null where it is the row as a whole. */
  readonly column: number | null;
  readonly detail: string;
  readonly code: FieldCode;
}

/** A sheet as it was read: its heads are the first of its rows. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly faults: readonly GridFault[];
  /** What the other sheets of a workbook are called that hold something. */
  readonly others: readonly string[];
}

/** The most rows that are read below the heads. */
export const MOST_ROWS = 10_000;
/** The most columns that are read. */
export const MOST_COLUMNS = 200;

export const TOO_MANY_ROWS = `A sheet has at most ${MOST_ROWS} rows below its heads; divide it.`;
export const TOO_MANY_COLUMNS = `A sheet has at most ${MOST_COLUMNS} columns.`;

/** The most characters in all cells: a workbook can repeat one text without end. */
const MOST_CHARACTERS = 20_000_000;
const TOO_LONG = `A sheet has at most ${MOST_CHARACTERS} characters; divide it.`;

/** The letters of a column, as spreadsheet programs show them: 0 is A, 26 is AA. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** The column of its letters, counted from 0. */
export function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What a cell holds, without the space around it; null where that is nothing. */
function contentOf(cell: Cell | null | undefined): Cell | null {
  if (typeof cell !== 'string') return cell ?? null;
  const text = cell.replace(SPACE_AROUND, '');
  return text === '' ? null : text;
}

/** Also the marks that cannot be seen, which copying from pages leaves behind. */
const SPACE_AROUND = /^[\s\u200b\u200e\u200f\u2060\ufeff]+|[\s\u200b\u200e\u200f\u2060\ufeff]+$/g;

/** Takes rows one after the other, and keeps those that hold something. */
export class RowCollector {
  readonly rows: Row[] = [];
  private number = 0;
  private length = 0;

  /** @throws Refusal `dossier.unreadable`, where there are too many of them or too many columns */
  add(row: readonly (Cell | null)[]): void {
    this.number += 1;
    const cells = row.map(contentOf);
    if (cells.every((cell) => cell === null)) return;
    if (cells.length > MOST_COLUMNS && cells.findLastIndex((cell) => cell !== null) >= MOST_COLUMNS)
      throw unreadable(TOO_MANY_COLUMNS);
    if (this.rows.length > MOST_ROWS) throw unreadable(TOO_MANY_ROWS);
    this.length += cells.reduce((sum: number, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);
    if (this.length > MOST_CHARACTERS) throw unreadable(TOO_LONG);
    this.rows.push({ number: this.number, cells: cells.slice(0, MOST_COLUMNS) });
  }
}
