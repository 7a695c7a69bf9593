import type { FaultCode } from '#refusals';
import type { WhyUntaken } from './untaken.rules.js';

/** Where something stands in a file, for whoever wrote it: both are counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** The cell of a sheet, as the sheet shows it: `C5 “Data”`. */
  readonly cell?: string;
}

/** The way to a value: keys of maps and positions in lists. */
export type Path = readonly (string | number)[];

/** A column of a sheet, and what it was taken for. */
export interface ReadColumn {
  /** Its letters. */
  readonly column: string;
  readonly head: string;
  readonly field: string;
  readonly language: string | null;
}

/** A column of a sheet, or a sheet of a workbook, that nothing is taken of. */
export interface Untaken {
  /** Its letters; null where it is a sheet. */
  readonly column: string | null;
  /** What is written above it, or what the sheet is called. */
  readonly name: string;
  readonly why: WhyUntaken;
  readonly detail: string;
}

/** What is wrong with a dossier, and where it stands. */
export interface Fault {
  readonly path: Path;
  /** What is wrong, and what would help. */
  readonly detail: string;
  readonly code: FaultCode;
  readonly file: string | null;
  readonly position: Position;
  /** The records that it could be, where that is not clear. */
  readonly candidates?: readonly { readonly id: string; readonly name: string | null }[];
}

/** What helps against faults in a file of some kind, by their code. */
export type Advice = Readonly<Partial<Record<FaultCode, string>>>;

/** One dossier as somebody wrote it, and where each value of it stands. */
export interface WrittenDossier {
  /** The file it came in, where there is one. */
  readonly file: string | null;
  /** What it is, as plain data: `dossier`, `title`, and its sections. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Where a value stands, or what is nearest around it. */
  readonly positionOf: (path: Path) => Position;
  /** How a number or a truth value was written, where its field takes text: `2018`, `+39…`. */
  readonly writtenAs: (path: Path) => string | undefined;
  /** What could not be read of it: it is refused, but everything else that is wrong with it is told as well. */
  readonly unread?: readonly Fault[];
  /** How the columns of a sheet were understood. */
  readonly columns?: readonly ReadColumn[];
  /** What of a sheet is not taken. */
  readonly untaken?: readonly Untaken[];
  /** What to tell whoever wrote the file of a fault instead of what is told of dossiers, by code. */
  readonly advice?: Advice;
  /** Whether a field is only guessed, for a record that has to be made: of one that was there it says nothing. */
  readonly isGuessed?: (path: Path) => boolean;
}

/** A value where text is meant: a number or a truth value as it was written, anything else as it is. */
export function asText({ writtenAs }: WrittenDossier, value: unknown, path: Path): unknown {
  const isPlain = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint';
  return isPlain ? (writtenAs(path) ?? String(value)) : value;
}

/** What stands among dossiers where their reader has read for a while, so that others can be served. */
export const MEANWHILE = null;

/** Dossiers, each read when its turn comes, whenever they are gone through. */
export type Dossiers = Iterable<WrittenDossier | typeof MEANWHILE>;
