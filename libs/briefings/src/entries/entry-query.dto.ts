import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { AnyIdOrName, IdOrNameOf, IsOneOf, MayRepeat } from '#platform';
import { ListQuery, VisibilityQuery } from '#records';
import { VERIFICATIONS, type Verification } from '#vocabulary';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import {
  ENTRY_KINDS,
  ENTRY_STATUSES,
  type EntryKind,
  type EntryStatus,
  LEVELS,
  type Level,
} from './entry.rules.js';

const SORTS = ['position', 'name', '-updated'] as const;

/** Which entries to list. */
export class EntryQuery extends IntersectionType(ListQuery, VisibilityQuery) {
  /**
   * Words of names and texts, in any order, language or script; accents and capitals do not matter. Of texts,
   * stems of words are enough, or four letters that begin one; of all else, parts of three letters.
   * @example "guanc"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /**
   * Only entries about this place or anything inside it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only entries about this organization, a unit of it or one that it has succeeded.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only entries about this person.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * Only entries about this topic, or that touch on it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only entries about this forum series.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('forum series')
  series?: string;

  /**
   * Only entries about this relationship.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('relationship')
  relationship?: string;

  /**
   * Only parts of this entry.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('entry')
  parent?: string;

  /**
   * Only entries of this kind; `term` finds the glossary.
   * @example "term"
   */
  @IsOptional()
  @IsOneOf(ENTRY_KINDS)
  kind?: EntryKind;

  /** Only entries in one of these statuses; repeat the parameter for several. */
  @ApiProperty({ enum: ENTRY_STATUSES, isArray: true, example: ['planned', 'announced'] })
  @MayRepeat()
  @IsOneOf(ENTRY_STATUSES, { each: true })
  status?: EntryStatus[];

  /**
   * Only entries of this level.
   * @example "national"
   */
  @IsOptional()
  @IsOneOf(LEVELS)
  level?: Level;

  /**
   * Only entries that speak of this record, of whatever kind.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @AnyIdOrName()
  about?: string;

  /**
   * Only statements of this person.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  speaker?: string;

  /**
   * Only entries that this organization, a unit of it or one that it has succeeded issued.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  issuer?: string;

  /**
   * Only entries that this event, or an item of its agenda, was the occasion of.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('event')
  event?: string;

  /**
   * Only entries that say this of themselves, or that a source is cited for with it; repeat the parameter for several. Those
   * of which sources contradict each other are `disputed`.
   */
  @ApiProperty({ enum: VERIFICATIONS, isArray: true, example: ['unverified'] })
  override verification?: Verification[];

  /**
   * The order of the list: by position, by name, by change.
   * @example "position"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
