import { ApiProperty } from '@nestjs/swagger';
import { AgreementReferenceView } from '#agreements';
import { EventReferenceView } from '#events';
import {
  IdOrNameOf,
  IsDay,
  IsNotBefore,
  IsOneOf,
  IsPageSize,
  IsYesOrNo,
  MayRepeat,
  ReferenceView,
} from '#platform';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { SEARCHED_KINDS, type SearchedKind } from './searched-kinds.js';

/** What to find. */
export class SearchQuery {
  /**
   * Words of names and texts, in any order, language or script; accents and capitals do not matter. All of them have to be in
   * the names of a record, or in what its names and texts say together. Of names, parts of three letters or more are enough,
   * and fewer that begin a word where they come last or are no word; from the seventeenth word on only whole words are. Of
   * texts, and of names beside them, whole words, stems of texts, or four letters or more that begin a word are. What stands
   * in quotation marks is found in this order.
   * @example "guancun forum"
   */
  @IsString()
  @MinLength(1, { message: 'must say what to find' })
  @MaxLength(200)
  q: string;

  /** Only these kinds; repeat the parameter for several. */
  @ApiProperty({ enum: SEARCHED_KINDS, isArray: true, example: ['person'] })
  @MayRepeat()
  @IsOneOf(SEARCHED_KINDS, { each: true })
  kind?: SearchedKind[];

  /**
   * Only what is in this place or inside it, is about it, or concerns it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only what has this topic, is about it, or concerns it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only what may take place, be due or expected, or was signed or published, on this day or later.
   * @example "2018-07-01"
   */
  @IsOptional()
  @IsDay()
  from?: string;

  /**
   * Only what may take place, be due or expected, or was signed or published, on this day or before.
   * @example "2018-07-31"
   */
  @IsOptional()
  @IsDay()
  @IsNotBefore('from')
  to?: string;

  /**
   * How many hits to answer, 1 to 200.
   * @example 20
   */
  @IsOptional()
  @IsPageSize()
  limit?: number = 20;

  /**
   * Whether to tell how many were found of each kind.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  counts?: boolean;
}

/** The text of a hit that holds most of what was asked for. */
export class SearchMatch {
  /**
   * The name or text, or what stands around the first word that was found.
   * @example "中关村论坛"
   */
  text: string;

  /**
   * From where to where in it each word stands that was found, in UTF-16 units.
   * @example [[0, 3]]
   */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
  })
  marks: [number, number][];
}

/** A record that was found. */
export class SearchHit {
  /**
   * What it is.
   * @example "person"
   */
  @ApiProperty({ enum: SEARCHED_KINDS })
  kind: SearchedKind;

  /**
   * The id of the record.
   * @format uuid
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its name or text, in the language chosen by `Accept-Language`.
   * @example "Luo Qiang"
   */
  name: string | null;

  /**
   * What a person is at present, or is called as a member of a delegation.
   * @example "Director"
   */
  title: string | null;

  /** Where a person is that at present. */
  organization: ReferenceView | null;

  /** The city of an organization, the first place of an event, where a delegation is from, what a place is in. */
  place: ReferenceView | null;

  /**
   * When it begins, is due or expected, or was signed or published, as far as it is known.
   * @example "2018-07-12"
   */
  starts: string | null;

  /**
   * When it ends.
   * @example "2018-07-13"
   */
  ends: string | null;

  /** The event that it is part of, or came out of. */
  event: EventReferenceView | null;

  /** The agreement that it is part of, or came out of. */
  agreement: AgreementReferenceView | null;

  /** Where what was asked for stands; null where only a stem or a name that is not shown holds it. */
  matched: SearchMatch | null;
}

/** What was found. */
export class SearchView {
  /** The best of it, best first. */
  items: SearchHit[];

  /**
   * How many were found, up to a thousand.
   * @example 3
   */
  total: number;

  /**
   * Whether there may be more: over a thousand were found, or a part of a word is in so many words that only the commonest
   * two hundred were asked for.
   * @example false
   */
  isMore: boolean;

  /**
   * Whether nothing was found as it was asked for, and these are written almost so.
   * @example false
   */
  nearest: boolean;

  /** How many of those that were looked at, at most a thousand, are of each kind, where that was asked for. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    nullable: true,
    example: { person: 2, visit: 1 },
  })
  counts: Record<string, number> | null;
}
