import { isDeepStrictEqual } from 'node:util';
import type { FieldCode } from '#refusals';
import { type Fault, MOST_FAULTS } from './faults.js';
import type { Advice, Path, Position, WrittenDossier } from './written-dossier.js';

/** A value, and where it stands. */
export interface Read<T> {
  readonly value: T;
  readonly at: Position;
  /** Whether it is not said, but guessed for what has to be made. */
  readonly isGuess?: boolean;
  /** Where each entry of a list stands, where those differ. */
  readonly each?: readonly Position[];
}

/** The fields of an entry: what was read, what follows from it, and what the file does not say. */
export type ReadFields = Readonly<Record<string, Read<unknown> | null>>;

/** A dossier that is gathered from a file of another kind, value by value. */
export class GatheredDossier {
  private readonly content: Record<string, unknown> = {};
  private readonly positions = new Map<string, Position>();
  private readonly guesses = new Set<string>();
  private readonly faults: Fault[] = [];

  /**
   * @param key what it is remembered by
   * @param advice what helps against faults in a file of its kind, by code
   */
  constructor(
    key: string,
    private readonly file: string | null,
    private readonly advice: Advice = {},
  ) {
    this.content.dossier = key;
  }

  /** Adds an entry, or what is new of it to one that was told of before. */
  add(path: Path, fields: ReadFields, at: Position): void {
    const entry = this.entryAt(path, at);
    for (const [name, read] of Object.entries(fields)) {
      if (read === null) continue;
      const place = [...path, name];
      if (Object.hasOwn(entry, name)) this.compare(entry[name], read, place);
      else this.place(entry, name, read, place);
    }
  }

  /** Adds an entry that others refer to, unless it is there. */
  addOnce(path: Path, fields: ReadFields, at: Position): void {
    if (!this.positions.has(keyOf(path))) this.add(path, fields, at);
  }

  faultAt(position: Position, detail: string, code: FieldCode): void {
    if (this.faults.length >= 10 * MOST_FAULTS) return;
    const told = position.cell ? `${position.cell}: ${detail}` : detail;
    this.faults.push({ path: [], detail: told, code, file: this.file, position });
  }

  finish(): WrittenDossier {
    return {
      file: this.file,
      content: this.content,
      positionOf: (path) => this.positionOf(path),
      writtenAs: () => undefined,
      advice: this.advice,
      unread: this.faults.toSorted((a, b) => inReadingOrder(a.position, b.position)),
      isGuessed: (path) => this.guesses.has(keyOf(path)),
    };
  }

  private entryAt(path: Path, at: Position): Record<string, unknown> {
    let held = this.content;
    for (const step of path) {
      // A key may be a word that every object knows, such as “constructor”.
      if (!Object.hasOwn(held, step)) held[step] = {};
      held = held[step] as Record<string, unknown>;
    }
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
    const { cell, line } = this.positionOf(path);
    this.faultAt(at, `${cell ?? `Line ${line}`} says something else of the same. ${TWICE}`, 'said-twice');
  }

  private positionOf(path: Path): Position {
    for (let length = path.length; length > 0; length--) {
      const found = this.positions.get(keyOf(path.slice(0, length)));
      if (found) return found;
    }
    return { line: 1, column: 1 };
  }
}

const TWICE =
  'Where these are two of the same name, give each a code of its own (a column “Id”, a UID); otherwise say the same of both.';

function keyOf(path: Path): string {
  return path.join('\n');
}

function inReadingOrder(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
