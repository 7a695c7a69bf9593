import { ApiProperty, PickType } from '@nestjs/swagger';
import { MayRepeat } from '#platform';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CHANGE_KINDS } from '../history/history.dto.js';
import { PageQuery } from '../pages/list-query.dto.js';
import { ActorView } from '../record.dto.js';

/** Which changes to read. */
export class ChangesQuery extends PickType(PageQuery, ['limit']) {
  /**
   * `nextCursor` of the page before, however long ago that was read. `now` gives no changes, but the cursor from which on
   * those will be told that come. Without it, the changes are told from the first on.
   * @example "now"
   */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  since?: string;

  /** Only changes of these kinds of record; repeat the parameter for several. */
  @ApiProperty({ type: String, isArray: true, example: ['visit'] })
  @MayRepeat()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  kind?: string[];
}

/** One change of one record. */
export class ChangeView {
  /**
   * The kind of record.
   * @example "visit"
   */
  @ApiProperty({ type: String })
  kind: string;

  /**
   * The id of the record.
   * @format uuid
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * The version of the record since.
   * @example 2
   */
  version: number;

  /**
   * What became of the record; `moved` is a change of status.
   * @example "changed"
   */
  @ApiProperty({ enum: CHANGE_KINDS })
  change: (typeof CHANGE_KINDS)[number];

  /**
   * When it was recorded (RFC 3339, UTC). Changes come in the order in which they were committed, which may be another.
   * @example "2026-11-22T09:00:00.000Z"
   */
  at: string;

  /** Who made it; null where it was made in the database by hand. */
  by: ActorView | null;

  /** Whose deputy made it; null where it was made in the own name. */
  onBehalfOf: ActorView | null;

  /**
   * Where the record is; what was put away is there with `archived=include`.
   * @example "/v1/visits/019a8f3e-4c00-7000-8000-000000000001"
   */
  address: string;
}

/** Some changes, in the order in which they were committed. */
export class ChangesPage {
  /** The changes; there may be fewer than the limit, or none, although there are more. */
  items: ChangeView[];

  /**
   * Give it as `since` to read on, at once where there is more, otherwise whenever you like.
   * @example "ZmM1YTg3…"
   */
  nextCursor: string;

  /**
   * Whether there are changes behind these already.
   * @example false
   */
  more: boolean;
}
