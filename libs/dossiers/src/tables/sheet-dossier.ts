import { isDeepStrictEqual } from 'node:util';
import { type Fault, MOST_FAULTS } from '../imports/faults.js';
import type { Path, Position, WrittenDossier } from '../imports/written-dossier.js';
import { type GridFault, lettersOf } from './grid.js';

/** Where a value stands in a sheet. */
export interface SheetPosition extends Position {
  /** As the sheet shows it, with the head of its column: `C5 “Data”`; `row 5` of a row as a whole. */
  readonly cell: string;
}

/** A value, and where it stands. */
export interface Read<T> {
  readonly value: T;
  readonly at: SheetPosition;
  /** Whether it is not said, but guessed for what has to be made. */
  readonly isGuess?: boolean;
  /** Where each entry of a list stands, where those differ. */
  readonly each?: readonly SheetPosition[];
}

/** The fields of an entry: what was read, what follows from it, and what the sheet does not say. */
export type ReadFields = Readonly<Record<string, Read<unknown> | null>>;

/** A dossier that is made of the rows of a sheet. */
export class SheetDossier {
  private readonly content: Record<string, unknown> = {};
  private readonly positions = new Map<string, SheetPosition>();
  private readonly guesses = new Set<string>();
  private readonly faults: Fault[] = [];

  /**
   * @param key what it is remembered by
   * @param heads what is written above the columns, for messages
   */
  constructor(
    key: string,
    private readonly file: string | null,
    private readonly heads: ReadonlyMap<number, string>,
  ) {
    this.content.dossier = key;
  }

  /** Where a cell stands; a row as a whole where no column is named. */
  positionAt(row: number, column: number | null): SheetPosition {
    if (column === null) return { line: row, column: 1, cell: `row ${row}` };
    const head = this.heads.get(column);
    const cell = `${lettersOf(column)}${row}${head ? ` “${head}”` : ''}`;
    return { line: row, column: column + 1, cell };
  }

  /** Adds an entry, or what is new of it to one that several rows tell of. */
  add(path: Path, fields: ReadFields, at: SheetPosition): void {
    const entry = this.entryAt(path, at);
    for (const [name, read] of Object.entries(fields)) {
      if (read === null) continue;
      const place = [...path, name];
      if (name in entry) this.compare(entry[name], read, place);
      else this.place(entry, name, read, place);
    }
  }

  /** Adds an entry that others refer to, unless it is there. */
  addOnce(path: Path, fields: ReadFields, at: SheetPosition): void {
    if (!this.positions.has(keyOf(path))) this.add(path, fields, at);
  }

  fault({ row, column, detail, code }: GridFault): void {
    this.faultAt(this.positionAt(row, column), detail, code);
  }

  faultAt(position: SheetPosition, detail: string, code: string): void {
    if (this.faults.length >= 10 * MOST_FAULTS) return;
    const told = `${position.cell}: ${detail}`;
    this.faults.push({ path: [], detail: told, code, file: this.file, position });
  }

  finish(): WrittenDossier {
    return {
      file: this.file,
      content: this.content,
      positionOf: (path) => this.positionOf(path),
      writtenAs: () => undefined,
      unread: this.faults.toSorted((a, b) => inReadingOrder(a.position, b.position)),
      isGuessed: (path) => this.guesses.has(keyOf(path)),
    };
  }

  private entryAt(path: Path, at: SheetPosition): Record<string, unknown> {
    let held = this.content;
    for (const step of path) held = (held[step] ??= {}) as Record<string, unknown>;
    if (!this.positions.has(keyOf(path))) this.positions.set(keyOf(path), at);
    return held;
  }

  private place(
    entry: Record<string, unknown>,
    name: string,
    { value, at, each, isGuess }: Read<unknown>,
    path: Path,
  ): void {
    entry[name] = value;
    if (isGuess) this.guesses.add(keyOf(path));
    this.positions.set(keyOf(path), at);
    for (const [index, position] of each?.entries() ?? [])
      this.positions.set(keyOf([...path, index]), position);
  }

  /** What several rows say of the same must be the same; otherwise they are of several that are called the same. */
  private compare(held: unknown, { value, at }: Read<unknown>, path: Path): void {
    if (isDeepStrictEqual(held, value)) return;
    const { cell } = this.positionOf(path);
    this.faultAt(at, `${cell} says something else of the same. ${TWICE}`, 'said-twice');
  }

  private positionOf(path: Path): SheetPosition {
    for (let length = path.length; length > 0; length--) {
      const found = this.positions.get(keyOf(path.slice(0, length)));
      if (found) return found;
    }
    return this.positionAt(1, null);
  }
}

const TWICE =
  'Where these are two of the same name, give each a code of its own in a column “Id”; otherwise write the same in both rows.';

function keyOf(path: Path): string {
  return path.join('\n');
}

function inReadingOrder(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
