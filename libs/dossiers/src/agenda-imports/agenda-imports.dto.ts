import { ApiProperty } from '@nestjs/swagger';
import { ITEM_KINDS, type ItemKind } from '#agendas';
import { IsLanguage, IsLine } from '#platform';
import { ANY_JSON } from '#records';
import type { FaultCode } from '#refusals';
import { IsOptional } from 'class-validator';

/** What becomes of an entry of a calendar. */
export const AGENDA_OUTCOMES = ['created', 'updated', 'skipped', 'doubtful'] as const;
export type AgendaOutcome = (typeof AGENDA_OUTCOMES)[number];

/** How a calendar is imported into an agenda. */
export class AgendaImportQuery {
  /**
   * The `plan` that an earlier request with the same file answered: what it planned is written. Without it nothing is.
   * @example "l9Yd3dT0yA1bq0p6Y3sJmQ"
   */
  @IsOptional()
  @IsLine(100)
  apply?: string;

  /**
   * The language of titles and descriptions, where neither their script nor the calendar tells it.
   * @example "it"
   */
  @IsOptional()
  @IsLanguage()
  language?: string;
}

/** Why an entry becomes what it does. */
export class ImportReasonView {
  @ApiProperty({
    anyOf: [{ $ref: '#/components/schemas/FieldCode' }, { $ref: '#/components/schemas/ProblemCode' }],
    description: 'What it is told from others by.',
    example: 'outside',
  })
  code: FaultCode;

  /**
   * The same in words.
   * @example "It is on 2018-07-15, outside the days of the event, 2018-07-12 to 2018-07-14."
   */
  detail: string;
}

/** A field that the calendar and the agenda say differently. */
export class ImportedFieldView {
  /**
   * The field, with the language where it is a text.
   * @example "title/en"
   */
  field: string;

  @ApiProperty({ anyOf: ANY_JSON, description: 'What the agenda holds.', example: '2018-07-12T07:30:00Z' })
  from: unknown;

  @ApiProperty({ anyOf: ANY_JSON, description: 'What the calendar says.', example: '2018-07-12T08:30:00Z' })
  to: unknown;
}

/** What becomes of one entry of a calendar, or of one repetition of it. */
export class ImportedEntryView {
  /**
   * The line of the file that it begins in.
   * @example 12
   */
  line: number;

  /**
   * Its UID.
   * @example "opening@example.org"
   */
  uid: string;

  /**
   * Which repetition of it, and behind `+` which of several days that it lasts; null where there is one.
   * @example "+2018-07-12"
   */
  repetition: string | null;

  /**
   * Its SEQUENCE.
   * @example 0
   */
  sequence: number;

  /**
   * Its title.
   * @example "Opening"
   */
  title: string | null;

  /**
   * `doubtful` where somebody should decide, `skipped` where there is nothing to do.
   * @example "created"
   */
  @ApiProperty({ enum: AGENDA_OUTCOMES })
  outcome: AgendaOutcome;

  /** Why. */
  reasons: ImportReasonView[];

  /**
   * The item of the agenda; null where there is none, or none yet.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string | null;

  /**
   * The kind of item that is recorded, as its title shows it; null where none is.
   * @example "opening"
   */
  @ApiProperty({ enum: ITEM_KINDS, nullable: true })
  kind: ItemKind | null;

  /** What is written. */
  changes: ImportedFieldView[];

  /** What both the calendar and the agenda changed since: the agenda keeps what it holds. */
  contested: ImportedFieldView[];

  /** What was changed in the agenda alone, and stays. */
  kept: ImportedFieldView[];
}

/** An item that an earlier import recorded, and the calendar no longer has: it stays. */
export class LeftItemView {
  /**
   * The UID that it had.
   * @example "dinner@example.org"
   */
  uid: string;

  /**
   * Which repetition it was, and which of several days; null where there was one.
   * @example "+2018-07-12"
   */
  repetition: string | null;

  /**
   * The item.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;
}

/** How many entries become what. */
export class ImportCountsView {
  /**
   * How many are recorded.
   * @example 12
   */
  created: number;

  /**
   * How many items are changed.
   * @example 1
   */
  updated: number;

  /**
   * For how many there is nothing to do.
   * @example 0
   */
  skipped: number;

  /**
   * How many somebody should look at.
   * @example 2
   */
  doubtful: number;
}

/** What the import of a calendar does, or would do. */
export class AgendaImportView {
  /**
   * Whether it was done.
   * @example false
   */
  applied: boolean;

  /**
   * What `apply` takes, so that exactly this is done.
   * @example "l9Yd3dT0yA1bq0p6Y3sJmQ"
   */
  plan: string;

  /**
   * What the file was read as: what its byte order mark says, or else `Content-Type`, or UTF-8; where that cannot be, what
   * it seems to be, GB 18030 or Windows-1252.
   * @example "utf-8"
   */
  encoding: string;

  /** How many entries become what. */
  counts: ImportCountsView;

  /** What becomes of each entry, in the order of time. */
  entries: ImportedEntryView[];

  /** What earlier imports recorded, and the calendar no longer has. */
  left: LeftItemView[];
}
