import { IntersectionType } from '@nestjs/swagger';
import { IdOrNameOf, IsDay, IsLanguage, IsNotBefore, IsOneOf, IsYesOrNo } from '#platform';
import { ListQuery, VisibilityQuery } from '#records';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { SOURCE_KINDS, type SourceKind } from './source.rules.js';

const SORTS = ['name', '-published', '-updated'] as const;

/** Which sources to list. */
export class SourceQuery extends IntersectionType(ListQuery, VisibilityQuery) {
  /**
   * Words of names, publishers, authors and texts, in any order, language or script; accents and capitals do not matter. Of texts,
   * stems of words are enough, or four letters that begin one; of all else, parts of three letters.
   * @example "guanc"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

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
  @IsNotBefore('from')
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
