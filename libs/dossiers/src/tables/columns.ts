import type { DateOrder } from './dates.js';
import { type Cell, type GridFault, type Row, columnOf, lettersOf } from './grid.js';
import { type HeadFields, type HeadGuess, areWordsOf, guessHead } from './heads.rules.js';
import type { Mapping, SaidColumn } from './mapping.js';
import { splitNames } from './names.js';
import { type WordLanguage, foldWord } from './words.rules.js';

/** A column of a sheet, and what it holds. */
export interface Column {
  /** Counted from 0. */
  readonly index: number;
  /** What is written above it. */
  readonly head: string;
  readonly field: string;
  readonly lang: string | null;
  readonly order: DateOrder;
}

/** The columns of a sheet, with what keeps them from being read. */
export interface Columns {
  /** The number of the row with the heads. */
  readonly row: number;
  readonly columns: readonly Column[];
  /** The language that most heads are written in. */
  readonly written: WordLanguage | null;
  readonly faults: readonly GridFault[];
}

/** Titles stand above the heads of many sheets. */
const MOST_TITLES = 10;

/** Finds the row with the heads: of the first rows the one with the most heads that mean something. */
export function findHeads(rows: readonly Row[], fields: HeadFields, mapping: Mapping): number {
  const known = rows
    .slice(0, MOST_TITLES)
    .map(({ cells }) => cells.filter((cell) => isKnown(cell, fields, mapping)).length);
  return known.indexOf(Math.max(...known));
}

function isKnown(cell: Cell | null, fields: HeadFields, mapping: Mapping): boolean {
  if (typeof cell !== 'string') return false;
  return mapping.has(foldWord(cell)) || guessIn(cell, fields).length > 0;
}

/** What a head can mean; one in two languages means what both do. */
function guessIn(head: string, fields: HeadFields): HeadGuess[] {
  const [whole, parts] = [guessHead(head, fields), splitNames(head)];
  if (whole.length > 0 || parts.length < 2) return whole;
  const [first = [], ...others] = parts.map((part) => guessHead(part, fields));
  return first.filter(({ field }) => others.every((other) => other.some((one) => one.field === field)));
}

/** What stands above the numbers of rows, which say nothing. */
const NUMBERING = new Set([
  '',
  'n',
  'nr',
  'no',
  'num',
  'numero progressivo',
  'progressivo',
  'row',
  '序号',
  '号',
]);

/** Finds out what each column holds: what was said of it, or what its head and its cells show. */
export function readColumns(heads: Row, rows: readonly Row[], fields: HeadFields, mapping: Mapping): Columns {
  return new ColumnReader(heads, rows, fields, mapping).read();
}

interface Headed {
  readonly index: number;
  readonly head: string;
  readonly said: SaidColumn | undefined;
  readonly guesses: readonly HeadGuess[];
}

class ColumnReader {
  private readonly columns: Column[] = [];
  private readonly faults: GridFault[] = [];
  private readonly headed: readonly Headed[];

  constructor(
    private readonly heads: Row,
    private readonly rows: readonly Row[],
    private readonly fields: HeadFields,
    private readonly mapping: Mapping,
  ) {
    const width = Math.max(heads.cells.length, ...rows.map(({ cells }) => cells.length));
    this.headed = Array.from({ length: width }, (_, index) => this.headOf(index));
  }

  read(): Columns {
    this.assertSaidAreThere();
    const said = this.headed.filter((one) => one.said);
    const guessed = this.headed
      .filter((one) => !one.said)
      .sort((a, b) => a.guesses.length - b.guesses.length);
    for (const { index, head, said: { field, lang, order } = NOTHING } of said)
      if (field !== null) this.columns.push({ index, head, field, lang, order });
    const chosen = guessed.map((headed) => this.choose(headed));
    const sorted = this.columns.toSorted((a, b) => a.index - b.index);
    return { row: this.heads.number, columns: sorted, written: mostOf(chosen), faults: this.faults };
  }

  private headOf(index: number): Headed {
    const head = String(this.heads.cells[index] ?? '');
    const said =
      this.mapping.get(foldWord(head)) ?? [...this.mapping.values()].find((one) => isColumn(one.head, index));
    return { index, head, said, guesses: said || head === '' ? [] : guessIn(head, this.fields) };
  }

  private choose({ index, head, guesses }: Headed): WordLanguage | null {
    const fitting = guesses.filter((guess) => this.fits(guess, index));
    const free = fitting.find((guess) => !this.isTaken(guess));
    if (free) {
      this.columns.push({ index, head, field: free.field, lang: free.lang, order: 'day-first' });
      return free.written;
    }
    if (this.cellsOf(index).length > 0 && !this.isNumbering(index, head)) this.fault(index, head, fitting[0]);
    return null;
  }

  private fits({ field }: HeadGuess, index: number): boolean {
    const { holds, beside } = this.fields[field]!;
    if (holds && !areWordsOf(this.cellsOf(index).map(String), holds)) return false;
    return (
      !beside ||
      this.headed.some(({ said, guesses }) => [said, ...guesses].some((one) => one?.field === beside))
    );
  }

  private isTaken({ field, lang }: HeadGuess): boolean {
    return this.columns.some((column) => column.field === field && column.lang === lang);
  }

  private cellsOf(index: number): Cell[] {
    return this.rows.map(({ cells }) => cells[index] ?? null).filter((cell) => cell !== null);
  }

  private isNumbering(index: number, head: string): boolean {
    return (
      NUMBERING.has(foldWord(head)) && this.cellsOf(index).every((cell) => /^\d+\.?$/.test(String(cell)))
    );
  }

  private assertSaidAreThere(): void {
    const found = new Set(this.headed.map(({ said }) => said));
    for (const said of this.mapping.values())
      if (!found.has(said)) {
        const detail = `There is no column “${said.head}” in the sheet.`;
        this.faults.push({ row: this.heads.number, column: null, detail, code: 'unknown-column' });
      }
  }

  /** Whether a head tells a column from the others, and can be written in a mapping. */
  private isItsOwn(head: string): boolean {
    const same = this.headed.filter((other) => foldWord(other.head) === foldWord(head));
    return same.length === 1 && /^[^,:]+$/.test(head);
  }

  private fault(column: number, head: string, taken: HeadGuess | undefined): void {
    const known = Object.keys(this.fields).join(', ');
    const called = this.isItsOwn(head) ? head : lettersOf(column);
    const say = `Say what it holds by mapping=${called}:… (${known}), or mapping=${called}:- to leave it out.`;
    const detail = taken
      ? `Another column is taken for ${taken.field} already. ${say}`
      : `What this column holds is not known. ${say}`;
    this.faults.push({
      row: this.heads.number,
      column,
      detail,
      code: taken ? 'column-twice' : 'unknown-column',
    });
  }
}

const NOTHING = { field: null, lang: null, order: 'day-first' } as const;

function isColumn(letters: string, index: number): boolean {
  return /^[A-Z]{1,3}$/.test(letters) && columnOf(letters) === index;
}

function mostOf(languages: readonly (WordLanguage | null)[]): WordLanguage | null {
  const counted = Map.groupBy(
    languages.filter((language) => language !== null),
    (language) => language,
  );
  return [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
