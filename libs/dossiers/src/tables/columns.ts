import type { WhyUntaken } from '../imports/untaken.rules.js';
import type { DateOrder } from './dates.js';
import { type Cell, type GridFault, type Row, columnOf, lettersOf } from './grid.js';
import { saysMonthFirst } from './head-parts.rules.js';
import { type HeadFields, type HeadGuess, areWordsOf, guessHead } from './heads.rules.js';
import type { Mapping, SaidColumn } from './mapping.js';
import { isNumbering, whyNotOfPeople } from './untaken-heads.rules.js';
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

/** A column that nothing is taken of. */
export interface UntakenColumn {
  readonly index: number;
  readonly head: string;
  readonly why: WhyUntaken;
}

/** The columns of a sheet, with what keeps them from being read. */
export interface Columns {
  /** The number of the row with the heads. */
  readonly row: number;
  readonly columns: readonly Column[];
  readonly untaken: readonly UntakenColumn[];
  /** The language that most heads are written in. */
  readonly written: WordLanguage | null;
  readonly faults: readonly GridFault[];
}

/** Finds out what each column holds: what was said of it, or what its head and its cells show. */
export function readColumns(heads: Row, rows: readonly Row[], fields: HeadFields, mapping: Mapping): Columns {
  return new ColumnReader(heads, rows, fields, mapping).read();
}

interface Headed {
  readonly index: number;
  readonly head: string;
  readonly folded: string;
  readonly cells: readonly Cell[];
  readonly said: SaidColumn | undefined;
  readonly guesses: readonly HeadGuess[];
}

class ColumnReader {
  private readonly columns: Column[] = [];
  private readonly untaken: UntakenColumn[] = [];
  private readonly faults: GridFault[] = [];
  private readonly headed: readonly Headed[];
  private readonly byHead: ReadonlyMap<string, readonly Headed[]>;
  /** The fields that some head may mean. */
  private readonly possible: ReadonlySet<string | null>;

  constructor(
    private readonly heads: Row,
    private readonly rows: readonly Row[],
    private readonly fields: HeadFields,
    private readonly mapping: Mapping,
  ) {
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), heads.cells.length);
    const lettered = new Map([...mapping.values()].map((said) => [letteredColumn(said.head), said]));
    this.headed = Array.from({ length: width }, (_, index) => this.headOf(index, lettered));
    this.byHead = Map.groupBy(this.headed, ({ folded }) => folded);
    const meant = this.headed.flatMap(({ said, guesses }) => [
      said?.field ?? null,
      ...guesses.map(({ field }) => field),
    ]);
    this.possible = new Set(meant);
  }

  read(): Columns {
    this.assertSaidAreThere();
    const guessed = this.headed
      .filter((one) => !one.said)
      .sort((a, b) => a.guesses.length - b.guesses.length);
    for (const one of this.headed) if (one.said) this.takeSaid(one, one.said);
    const chosen = guessed.map((headed) => this.choose(headed));
    return {
      row: this.heads.number,
      columns: inOrder(this.columns),
      untaken: inOrder(this.untaken),
      written: mostOf(chosen),
      faults: this.faults,
    };
  }

  private headOf(index: number, lettered: ReadonlyMap<number | null, SaidColumn>): Headed {
    const head = String(this.heads.cells[index] ?? '');
    const folded = foldWord(head);
    const said = this.mapping.get(folded) ?? lettered.get(index);
    const cells = this.rows.map((row) => row.cells[index] ?? null).filter((cell) => cell !== null);
    return { index, head, folded, cells, said, guesses: said || !head ? [] : guessHead(head, this.fields) };
  }

  private takeSaid({ index, head }: Headed, { field, lang, order }: SaidColumn): void {
    if (field === null) this.untaken.push({ index, head, why: 'left-out' });
    else this.columns.push({ index, head, field, lang, order });
  }

  private choose(headed: Headed): WordLanguage | null {
    const { index, head, cells, guesses } = headed;
    if (isNumbering(head, cells)) return this.leave(headed, 'numbering');
    const fitting = guesses.filter((guess) => this.fits(guess, cells));
    const free = fitting.find((guess) => !this.takenFor(guess));
    if (free) {
      const order = saysMonthFirst(head) ? 'month-first' : 'day-first';
      this.columns.push({ index, head, field: free.field, lang: free.lang, order });
      return free.written;
    }
    if (cells.length === 0) return head === '' ? null : this.leave(headed, 'empty');
    const why = fitting.length === 0 && this.isOfPeople ? whyNotOfPeople(head) : null;
    return why ? this.leave(headed, why) : this.fault(headed, fitting[0]);
  }

  private get isOfPeople(): boolean {
    return 'familyName' in this.fields;
  }

  private leave({ index, head }: Headed, why: WhyUntaken): null {
    this.untaken.push({ index, head, why });
    return null;
  }

  private fits({ field }: HeadGuess, cells: readonly Cell[]): boolean {
    const { holds, beside } = this.fields[field]!;
    if (holds && !areWordsOf(cells.map(String), holds)) return false;
    return !beside || this.possible.has(beside);
  }

  private takenFor({ field, lang }: HeadGuess): Column | undefined {
    return this.columns.find((column) => column.field === field && column.lang === lang);
  }

  private assertSaidAreThere(): void {
    const found = new Set(this.headed.map(({ said }) => said));
    for (const said of this.mapping.values())
      if (!found.has(said)) {
        const detail = `There is no column “${said.head}” in the sheet.`;
        this.faults.push({ row: this.heads.number, column: null, detail, code: 'unknown-column' });
      }
  }

  /** How a mapping calls a column: by its head, where that tells it from the others and can be written. */
  private calledIn({ head, folded, index }: Headed): string {
    const isItsOwn = this.byHead.get(folded)!.length === 1 && /^[^,:]+$/.test(head);
    return isItsOwn ? head : lettersOf(index);
  }

  private fault(headed: Headed, fitting: HeadGuess | undefined): null {
    const called = this.calledIn(headed);
    const known = Object.keys(this.fields).join(', ');
    const say = `Say what it holds by mapping=${called}:… (${known}), or mapping=${called}:- to leave it out.`;
    const taken = fitting && this.takenFor(fitting);
    const detail = taken
      ? `Column ${lettersOf(taken.index)} “${taken.head}” is taken for ${taken.field} already.`
      : 'What this column holds is not known.';
    const code = taken ? 'column-twice' : 'unknown-column';
    this.faults.push({ row: this.heads.number, column: headed.index, detail: `${detail} ${say}`, code });
    return null;
  }
}

/** The column that letters name; null where a text is no letters of a column. */
function letteredColumn(head: string): number | null {
  return /^[A-Z]{1,3}$/.test(head) ? columnOf(head) : null;
}

function inOrder<T extends { readonly index: number }>(columns: readonly T[]): T[] {
  return columns.toSorted((a, b) => a.index - b.index);
}

function mostOf(languages: readonly (WordLanguage | null)[]): WordLanguage | null {
  const counted = Map.groupBy(
    languages.filter((language) => language !== null),
    (language) => language,
  );
  return [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
