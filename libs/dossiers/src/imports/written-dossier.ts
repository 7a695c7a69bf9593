/** Where something stands in a file, for whoever wrote it: both are counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The way to a value: keys of maps and positions in lists. */
export type Path = readonly (string | number)[];

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
}
