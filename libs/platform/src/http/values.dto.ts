import {
  NAME_KINDS,
  NAME_MAX_LENGTH,
  type Name,
  type NameKind,
  QUALIFIERS,
  UNIT_MAX_LENGTH,
  type Qualifier,
  type Quantity,
} from '#vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { IsNumber, IsOptional } from 'class-validator';
import { FEW } from '../database/sql.js';
import { IsLine, IsOneOf, ListOf } from './fields.js';
import { IsLanguage } from './language-fields.js';

/** One name of a record, in one language and script. */
export class NameDto implements Name {
  /**
   * The name as it is written.
   * @example "Città della Scienza"
   */
  @IsLine(NAME_MAX_LENGTH)
  text: string;

  /**
   * Its language and, where it matters, script: a BCP 47 tag.
   * @example "it"
   */
  @IsLanguage()
  lang: string;

  /**
   * What kind of name it is; `as_printed` keeps a misprint findable.
   * @example "official"
   */
  @IsOneOf(NAME_KINDS)
  kind: NameKind;
}

/** How many names a record has at most. */
export const MOST_NAMES = 50;

/** The names of a record, one at least. */
export function IsNames(): PropertyDecorator {
  return ListOf(() => NameDto, { least: 1, most: MOST_NAMES });
}

/** A number as reports give it: exact, or “over 60”, “almost a hundred”. */
export class QuantityDto implements Quantity {
  /**
   * The number; exact up to 2^53 - 1, with at most two decimals.
   * @example 60
   */
  @ApiProperty({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
  @IsNumber()
  value: number;

  /**
   * The upper end, where a span is given.
   * @example 80
   */
  @IsOptional()
  @ApiProperty({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
  @IsNumber()
  max?: number;

  /**
   * How the number is meant.
   * @example "over"
   */
  @IsOneOf(QUALIFIERS)
  qualifier: Qualifier;

  /**
   * What is counted or measured.
   * @example "companies"
   */
  @ApiProperty({ maxLength: UNIT_MAX_LENGTH })
  @IsOptional()
  unit?: string;
}

/** The first few of a collection, in a list; how many there are stands beside. */
export function Few(): PropertyDecorator {
  return ApiProperty({ maxItems: FEW });
}

/** A record that is referred to. */
export class ReferenceView {
  /**
   * The id of the record.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its name, chosen by `Accept-Language`.
   * @example "Naples"
   */
  name: string;

  /**
   * True where it was put away, and is found at its address only when asked for; otherwise it is left out.
   * @example true
   */
  archived?: boolean;
}
