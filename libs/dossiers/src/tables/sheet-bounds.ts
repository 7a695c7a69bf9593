import type { FieldCode } from '#refusals';
import { unreadable } from './decoded-text.js';
import {
  type GridFault,
  MOST_COLUMNS,
  MOST_ROWS,
  TOO_MANY_COLUMNS,
  TOO_MANY_ROWS,
  columnOf,
} from './grid.js';

const MARKUP = /<([^<>]*)>?/g;
const TAG = /^(\/?)(?:[^\s:/]+:)?(row|c|f|v|is)(?=[\s/]|$)/;
const ADDRESS = /\br\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/;

/** The last row that a spreadsheet program knows, and the last in which anything may stand here. */
const LAST_ROW = 1_048_576;
const LAST_FILLED = 2 * MOST_ROWS;

/** What was seen of a sheet. */
export interface BoundedSheet {
  readonly faults: readonly GridFault[];
  /** Whether any cell holds something. */
  readonly isFilled: boolean;
}

/**
 * Makes sure that a sheet is none that a reader would fill the memory with, by what its rows and cells say where they
 * stand, and finds the cells that hold an error, or a formula that was never computed.
 */
export function boundSheet(xml: string): BoundedSheet {
  const sheet = new SheetScan();
  for (const [markup, inner] of xml.matchAll(MARKUP)) {
    assertPlain(markup, inner!);
    const [, end, tag] = TAG.exec(inner!) ?? [];
    if (tag && !end) sheet.meet(tag, inner!);
  }
  return sheet.end();
}

/** Readers may disagree where anything else ends, and so on what stands in the sheet. */
function assertPlain(markup: string, inner: string): void {
  const isDeclaration = inner.startsWith('!') || (inner.startsWith('?') && !inner.startsWith('?xml '));
  const unquoted = inner.replace(/"[^"]*"|'[^']*'/g, '');
  if (!markup.endsWith('>') || isDeclaration || /["']/.test(unquoted)) throw unreadable(ODD);
}

const ODD = 'The sheet holds what no spreadsheet program writes; open it in one and save it anew.';

interface CellScan {
  readonly row: number;
  readonly column: number;
  readonly isError: boolean;
  isFormula: boolean;
  hasValue: boolean;
}

class SheetScan {
  private readonly faults: GridFault[] = [];
  private row = 0;
  private filled = 0;
  private lastFilled = 0;
  private cell: CellScan | null = null;

  meet(tag: string, inner: string): void {
    if (tag === 'row') this.enterRow(inner);
    else if (tag === 'c') this.enterCell(inner);
    else if (this.cell && tag === 'f') this.cell.isFormula = true;
    else if (this.cell && !inner.endsWith('/')) this.cell.hasValue = true;
  }

  end(): BoundedSheet {
    this.leaveCell();
    return { faults: this.faults, isFilled: this.filled > 0 };
  }

  private enterRow(inner: string): void {
    this.leaveCell();
    this.row = addressIn(inner)?.row ?? this.row + 1;
    if (this.row > LAST_ROW) throw unreadable(TOO_MANY_ROWS);
  }

  private enterCell(inner: string): void {
    this.leaveCell();
    const address = addressIn(inner);
    if (!address || address.column < 0) throw unreadable(ODD);
    const isError = /\bt\s*=\s*["']e["']/.test(inner);
    this.cell = { ...address, isError, isFormula: false, hasValue: false };
  }

  private leaveCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell) return;
    if (cell.isError) this.fault(cell, HAS_ERROR, 'formula-error');
    else if (cell.isFormula && !cell.hasValue) this.fault(cell, NOT_COMPUTED, 'formula-not-computed');
    if (cell.hasValue) this.count(cell);
  }

  private count({ row, column }: CellScan): void {
    if (column >= MOST_COLUMNS) throw unreadable(TOO_MANY_COLUMNS);
    if (row !== this.lastFilled) this.filled += 1;
    this.lastFilled = row;
    if (this.filled > MOST_ROWS + 1 || row > LAST_FILLED) throw unreadable(TOO_MANY_ROWS);
  }

  private fault({ row, column }: CellScan, detail: string, code: FieldCode): void {
    if (this.faults.length < MOST_ROWS) this.faults.push({ row, column, detail, code });
  }
}

function addressIn(inner: string): { row: number; column: number } | null {
  const given = inner.match(/\br\s*=/g)?.length ?? 0;
  if (given === 0) return null;
  const [, letters, number] = ADDRESS.exec(inner) ?? [];
  if (given > 1 || number === undefined || inner.includes('&')) throw unreadable(ODD);
  return { row: Number(number), column: columnOf(letters!) };
}

const HAS_ERROR = 'The formula in this cell has an error instead of a value.';
const NOT_COMPUTED =
  'The formula in this cell was never computed; open the workbook in a spreadsheet program and save it.';
