import { IntersectionType } from '@nestjs/swagger';
import { IdOrNameOf, IsDay, IsLanguage, IsOneOf, IsYesOrNo } from '#platform';
import { NamedListQuery, VisibilityQuery } from '#records';
import { IsOptional } from 'class-validator';
import { SOURCE_KINDS, type SourceKind } from './source.rules.js';

const SORTS = ['name', '-published', '-updated'] as const;

/** Which sources to list; `q` looks in publishers, authors and texts as well. */
export class SourceQuery extends IntersectionType(NamedListQuery, VisibilityQuery) {
  /**
   * Only sources of this kind.
   * @example "article"
   */
  @IsOptional()
  @IsOneOf(SOURCE_KINDS)
  kind?: SourceKind;

  /**
   * Only sources in this language.
   * @example "it"
   */
  @IsOptional()
  @IsLanguage()
  language?: string;

  /**
   * Only sources that may have been published on this day or later.
   * @example "2018-07-01"
   */
  @IsOptional()
  @IsDay()
  from?: string;

  /**
   * Only sources that may have been published on this day or before.
   * @example "2018-07-31"
   */
  @IsOptional()
  @IsDay()
  to?: string;

  /**
   * `false` finds sources without a date, `true` those with one.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  dated?: boolean;

  /**
   * Only translations of this source.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('source')
  translationOf?: string;

  /**
   * The order of the list: by name, by publication (latest first, undated last), by change.
   * @example "name"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
