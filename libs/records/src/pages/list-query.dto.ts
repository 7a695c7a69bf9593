import { IsOneOf, IsYesOrNo } from '#platform';
import { Type } from 'class-transformer';
import { IsISO8601, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const ARCHIVED = ['include'] as const;

/** What every list understands. */
export class ListQuery {
  /**
   * How many records a page holds, 1 to 200.
   * @example 50
   */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number from 1 to 200' })
  @Min(1, { message: 'must be a whole number from 1 to 200' })
  @Max(200, { message: 'must be a whole number from 1 to 200' })
  limit?: number = 50;

  /**
   * `nextCursor` of the page before.
   * @example "ZmM1YTg3…"
   */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  cursor?: string;

  /**
   * Whether to add the exact `total`.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  count?: boolean;

  /** `include` lists archived records too. */
  @IsOptional()
  @IsOneOf(ARCHIVED)
  archived?: (typeof ARCHIVED)[number];

  /**
   * Only records changed at or after this instant (RFC 3339).
   * @example "2026-11-22T09:00:00Z"
   */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'must be an instant such as 2026-11-22T09:00:00Z' })
  updatedSince?: string;
}

/** What every list of records with names understands. */
export class NamedListQuery extends ListQuery {
  /**
   * Part of any name, in any language or script; accents and capitals do not matter.
   * @example "guanc"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}
