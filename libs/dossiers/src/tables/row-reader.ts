import type { FieldCode } from '#refusals';
import type { Name, Quantity, Text } from '#vocabulary';
import type { Column } from './columns.js';
import { type Reading, monthFirst, readDate } from './dates.js';
import type { Cell, Row } from './grid.js';
import { languageNamed, languageOf, namesIn, onceEach, splitList } from './names.js';
import { readQuantity, readWhole } from './quantities.js';
import { type ClosedWords, wordOf } from './words.rules.js';
import type { Read } from '../imports/gathered-dossier.js';
import type { Position } from '../imports/written-dossier.js';
import type { SheetDossier } from './sheet-dossier.js';

/** What the rows of a sheet are read with. */
export interface SheetFacts {
  readonly columns: readonly Column[];
  /** The language that was said of the sheet. */
  readonly language: string | null;
  /** The language that its heads are written in. */
  readonly written: string | null;
  /** The columns of dates in which the month seems to stand first. */
  readonly odd: ReadonlySet<Column>;
}

/** Reads the cells of one row by what their columns hold; what cannot be read is a fault of the sheet. */
export class RowReader {
  constructor(
    private readonly row: Row,
    private readonly facts: SheetFacts,
    private readonly dossier: SheetDossier,
  ) {}

  /** Where the row stands. */
  get at(): Position {
    return this.dossier.positionAt(this.row.number, null);
  }

  fault(at: Position, detail: string, code: FieldCode): void {
    this.dossier.faultAt(at, detail, code);
  }

  /** Where the cell of a field stands, or would. */
  placeOf(field: string): Position {
    const column = this.facts.columns.find((one) => one.field === field);
    return this.dossier.positionAt(this.row.number, column?.index ?? null);
  }

  text(field: string): Read<string> | null {
    const [found] = this.cellsOf(field);
    return found ? { value: shown(found.cell), at: found.at } : null;
  }

  /** A text in the languages of its columns. */
  texts(field: string): Read<Text> | null {
    const found = this.cellsOf(field);
    if (found.length === 0) return null;
    const said = this.facts.language ?? this.facts.written;
    const texts = found.map(({ cell, column }) => [
      languageOf(shown(cell), column.lang ?? said),
      shown(cell),
    ]);
    return { value: Object.fromEntries(texts) as Text, at: found[0]!.at };
  }

  /** The names in all columns of a field. */
  names(field: string, kind: Name['kind'] = 'official'): Read<Name[]> | null {
    const found = this.cellsOf(field);
    const named = found.flatMap(({ cell, column, at }) =>
      namesIn(shown(cell), column.lang ?? this.facts.language, kind).map((name) => ({ name, at })),
    );
    if (named.length === 0) return null;
    const once = onceEach(named);
    return { value: once.map(({ name }) => name), at: once[0]!.at, each: once.map(({ at }) => at) };
  }

  date(field: string): Read<string> | null {
    return this.read(field, (cell, column) => {
      if (this.facts.odd.has(column) && monthFirst(cell) !== 'no') return monthSeemsFirst(cell, column);
      return readDate(cell, column.order);
    });
  }

  quantity(field: string): Read<Quantity> | null {
    return this.read(field, readQuantity);
  }

  whole(field: string): Read<number> | null {
    return this.read(field, readWhole);
  }

  /** A word of a closed list. */
  word(field: string, list: ClosedWords): Read<string> | null {
    return this.read<string>(field, (cell) => {
      const value = wordOf(String(cell), list);
      return value === null ? notOf(String(cell), list) : { value };
    });
  }

  /** Languages by their names or tags. */
  languages(field: string): Read<string[]> | null {
    return this.read<string[]>(field, (cell) => {
      const named = splitList(String(cell), { commas: true }).map(
        (text) => [text, languageNamed(text)] as const,
      );
      const unknown = named.find(([, tag]) => tag === null);
      if (unknown) return { fault: `“${unknown[0]}” is no language that is known here.`, code: 'language' };
      return { value: [...new Set(named.map(([, tag]) => tag!))] };
    });
  }

  /** Several names of others in one cell. */
  list(field: string, commas = false): Read<string[]> | null {
    return this.read(field, (cell) => ({ value: splitList(shown(cell), { commas }) }));
  }

  private read<T>(field: string, as: (cell: Cell, column: Column) => Reading<T>): Read<T> | null {
    const [found] = this.cellsOf(field);
    if (!found) return null;
    const reading = as(found.cell, found.column);
    if ('value' in reading) return { value: reading.value, at: found.at };
    this.fault(found.at, reading.fault, reading.code);
    return null;
  }

  private cellsOf(field: string): { cell: Cell; column: Column; at: Position }[] {
    return this.facts.columns
      .filter((column) => column.field === field)
      .map((column) => ({ cell: this.row.cells[column.index] ?? null, column }))
      .filter((found): found is { cell: Cell; column: Column } => found.cell !== null)
      .map((found) => ({ ...found, at: this.dossier.positionAt(this.row.number, found.column.index) }));
  }
}

/** What a cell shows as text. */
function shown(cell: Cell): string {
  return cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, '') : String(cell);
}

function notOf(text: string, list: ClosedWords): Reading<never> {
  const words = Object.entries(list).map(([word, [it]]) => `${word} (${it.split('|')[0]})`);
  return { fault: `“${text}” is none of ${words.join(', ')}.`, code: 'unknown-word' };
}

function monthSeemsFirst(cell: Cell, { head }: Column): Reading<never> {
  const fault = `In “${String(cell)}” it is not clear which is the month: in this column it seems to stand first. Write 2018-07-12, or say mapping=${head}:…:month-first.`;
  return { fault, code: 'ambiguous-date' };
}
