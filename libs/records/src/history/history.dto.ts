import { ApiProperty, OmitType } from '@nestjs/swagger';
import { ANY_JSON } from '../disputed.dto.js';
import { ListQuery } from '../pages/list-query.dto.js';
import { PageOf } from '../pages/page.dto.js';
import { ActorView } from '../record.dto.js';

/** What the history of a record understands. */
export class HistoryQuery extends OmitType(ListQuery, ['verification']) {}

/** The status of a record before and after a change. */
export class StatusStepView {
  /**
   * The status before; null where the record begins.
   * @example "planned"
   */
  from: string | null;

  /**
   * The status after.
   * @example "confirmed"
   */
  to: string;
}

/** A field before and after a change. References are ids; of people only the names of the fields are kept. */
export class FieldChangeView {
  /**
   * The field, as requests name it.
   * @example "placeId"
   */
  field: string;

  @ApiProperty({ anyOf: ANY_JSON, description: 'What it held before.', example: '2018-07' })
  old: unknown;

  @ApiProperty({ anyOf: ANY_JSON, description: 'What it has held since.', example: '2018-07-12' })
  new: unknown;
}

export const CHANGE_KINDS = [
  'created',
  'changed',
  'moved',
  'archived',
  'restored',
  'removed',
  'merged',
  'unmerged',
] as const;

/** One change in the history of a record. */
export class HistoryEntryView {
  /**
   * The number of the change in the history of the office.
   * @example "471108"
   */
  id: string;

  /**
   * When it was recorded (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  at: string;

  /** Who made it; null where it was made in the database by hand. */
  by: ActorView | null;

  /** Whose deputy made it; null where it was made in the own name. */
  onBehalfOf: ActorView | null;

  /**
   * What became of the record; `moved` is a change of status.
   * @example "moved"
   */
  @ApiProperty({ enum: CHANGE_KINDS })
  kind: (typeof CHANGE_KINDS)[number];

  /**
   * The version of the record since.
   * @example 2
   */
  version: number;

  /**
   * The record that it happened to, where that is another one which was merged into this one since; null otherwise.
   * @format uuid
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  mergedRecordId: string | null;

  /** The status before and after, where it changed. */
  status: StatusStepView | null;

  /**
   * Why the status changed, where it was said.
   * @example "dates agreed with both hosts"
   */
  reason: string | null;

  /**
   * When the new status took effect, where that was not the moment of recording.
   * @example "2018-07-12"
   */
  effectiveOn: string | null;

  /** The other fields that changed. What a record was created with is not repeated here. */
  fields: FieldChangeView[];
}

/** One page of the history of a record, newest first. */
export class HistoryPage extends PageOf(HistoryEntryView) {}
