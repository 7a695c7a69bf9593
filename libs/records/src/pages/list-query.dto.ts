import { ApiProperty } from '@nestjs/swagger';
import { IsInstant, IsOneOf, IsPageSize, IsYesOrNo, MayRepeat } from '#platform';
import { VERIFICATIONS, type Verification } from '#vocabulary';
import { IsOptional, IsString, MaxLength } from 'class-validator';

const ARCHIVED = ['include'] as const;

/** How one record is read. */
export class ReadQuery {
  /** `include` reads the record also where it was put away. */
  @IsOptional()
  @IsOneOf(ARCHIVED)
  archived?: (typeof ARCHIVED)[number];
}

/** How every list is read page by page. */
export class PageQuery {
  /**
   * How many records a page holds, 1 to 200.
   * @example 50
   */
  @IsOptional()
  @IsPageSize()
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
}

/** How a list is read of which a caller may choose what is told. */
export class FieldsQuery extends PageQuery {
  /**
   * Which members of each entry to tell, in one list with commas; `id` is told always. All are told without it. Those that
   * are not asked for are left out, also where the schema of an entry requires them.
   * @example "name,starts,ends"
   */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  fields?: string;
}

/** What every list of records understands. */
export class ListQuery extends FieldsQuery {
  /** `include` lists archived records too. */
  @IsOptional()
  @IsOneOf(ARCHIVED)
  archived?: (typeof ARCHIVED)[number];

  /**
   * Only records that were changed at or after this instant, or that have a part that was.
   */
  @IsOptional()
  @IsInstant('2026-11-22T09:00:00Z', { fractions: true })
  updatedSince?: string;

  /**
   * Only records that a source is cited for with one of these verifications; repeat the parameter for several. Those of
   * which sources contradict each other are `disputed`.
   */
  @ApiProperty({ enum: VERIFICATIONS, isArray: true, example: ['disputed'] })
  @MayRepeat()
  @IsOneOf(VERIFICATIONS, { each: true })
  verification?: Verification[];
}

/** What every list of records with names understands. */
export class NamedListQuery extends ListQuery {
  /**
   * Words of names, in any order, language or script; parts of three letters are enough, accents and capitals do not matter.
   * @example "guanc"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

const OF_PAGES = ['limit', 'cursor'];

/** Whether a query gives these parameters alone, beside what tells its pages apart. */
export function asksOnlyBy(query: object, parameters: readonly string[]): boolean {
  return Object.entries(query).every(
    ([parameter, value]) =>
      value === undefined || OF_PAGES.includes(parameter) || parameters.includes(parameter),
  );
}
