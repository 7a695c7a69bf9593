import { ApiProperty } from '@nestjs/swagger';
import { ANY_JSON } from '#records';
import { UNTAKEN, type WhyUntaken } from './untaken.rules.js';

/** What becomes of an entry of a dossier. */
export const OUTCOMES = ['created', 'changed', 'unchanged', 'doubtful'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** A field that a dossier and Corteo say differently. */
export class PlannedChangeView {
  /**
   * The field, as the dossier names it.
   * @example "starts"
   */
  field: string;

  @ApiProperty({ anyOf: ANY_JSON, description: 'What Corteo held.', example: '2018-07-12' })
  from: unknown;

  @ApiProperty({ anyOf: ANY_JSON, description: 'What the dossier says.', example: '2018-07-13' })
  to: unknown;
}

/** What becomes of one entry of a dossier. */
export class PlannedEntryView {
  /**
   * The dossier that it stands in.
   * @example "guiyang-naples-rome"
   */
  dossier: string;

  /**
   * Its sections and keys.
   * @example "visits/naples-rome/agenda/welcome"
   */
  path: string;

  /**
   * The line that it stands in.
   * @example 42
   */
  line: number;

  /**
   * What kind of record it is.
   * @example "agenda item"
   */
  kind: string;

  /**
   * The record; null where a dry run would create it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string | null;

  /**
   * `doubtful` where Corteo holds something else than the dossier, which somebody should decide: it was not overwritten.
   * @example "created"
   */
  @ApiProperty({ enum: OUTCOMES })
  outcome: Outcome;

  /** What was changed, since the dossier says it anew. */
  changes: PlannedChangeView[];

  /** What the dossier says anew, or says of a record that was there before, and Corteo holds otherwise: it was not overwritten. */
  contested: PlannedChangeView[];

  /** What was changed in Corteo since, and stays. */
  kept: PlannedChangeView[];

  /**
   * Whether the record was put away in Corteo since; nothing of it was changed.
   * @example false
   */
  archived: boolean;
}

/** How many entries of a kind became what. */
export class PlannedKindView {
  /**
   * The kind of record.
   * @example "agenda item"
   */
  kind: string;

  /**
   * How many were recorded.
   * @example 1
   */
  created: number;

  /**
   * How many were changed, since they were edited in the dossier.
   * @example 0
   */
  changed: number;

  /**
   * How many stay as they were.
   * @example 0
   */
  unchanged: number;

  /**
   * How many somebody should look at.
   * @example 0
   */
  doubtful: number;
}

/** An entry that an earlier import recorded, and the dossier no longer has: its record stays. */
export class LeftEntryView {
  /**
   * The dossier that it stood in.
   * @example "guiyang-naples-rome"
   */
  dossier: string;

  /**
   * Its sections and keys.
   * @example "visits/naples-rome/agenda/dinner"
   */
  path: string;

  /**
   * The kind of record.
   * @example "agenda item"
   */
  kind: string;

  /**
   * The record.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;
}

/** How a column of a sheet was understood; what is wrong with it can be said by `mapping`. */
export class ReadColumnView {
  /**
   * Its letters.
   * @example "C"
   */
  column: string;

  /**
   * What is written above it.
   * @example "Nome (EN)"
   */
  head: string;

  /**
   * What it was taken for.
   * @example "name"
   */
  field: string;

  /**
   * The language that it was taken to be in.
   * @example "en"
   */
  language: string | null;
}

/** What of a sheet is not taken, and why. What is not known is refused instead. */
export class UntakenView {
  /**
   * The letters of the column; null where it is a sheet of a workbook.
   * @example "A"
   */
  column: string | null;

  /**
   * What is written above the column, or what the sheet is called.
   * @example "Passaporto"
   */
  name: string;

  /**
   * Why: it numbers the rows (`numbering`), is kept in the protected profile of each person (`protected`) or nowhere
   * (`not-kept`), has nothing below its head (`empty`), is left out by the mapping (`left-out`), or is not the first sheet
   * (`other-sheet`).
   * @example "protected"
   */
  @ApiProperty({ enum: UNTAKEN })
  why: WhyUntaken;

  /**
   * The same in words, and what to do.
   * @example "This is kept encrypted, apart from what lists show: record it in the protected profile of each person."
   */
  detail: string;
}

/** What an import does, or would do. */
export class ImportPlanView {
  /**
   * Whether nothing was recorded, since it was only asked what would be.
   * @example false
   */
  dryRun: boolean;

  /** How many entries became what, by kind of record. */
  kinds: PlannedKindView[];

  /** What became of each entry, in the order in which they were recorded. */
  entries: PlannedEntryView[];

  /** What earlier imports recorded, and the dossier no longer has. */
  left: LeftEntryView[];

  /** How the columns of a sheet were understood. */
  columns: ReadColumnView[];

  /** What of a sheet is not taken: columns, and the other sheets of a workbook that hold something. */
  untaken: UntakenView[];
}
