import { ApiProperty } from '@nestjs/swagger';
import { OmitType } from '@nestjs/swagger';
import { EventReferenceView } from '#events';
import {
  Few,
  IdOrNameOf,
  IdsOf,
  IsNames,
  IsOneOf,
  IsPartialDate,
  IsText,
  IsTextList,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
  ReferenceView,
} from '#platform';
import { NamedItem, NamedListQuery, PageOf, RecordInput } from '#records';
import { IsOptional } from 'class-validator';

export const FREQUENCIES = ['annual', 'biennial', 'irregular', 'other'] as const;
type Frequency = (typeof FREQUENCIES)[number];

const SORTS = ['name', '-updated'] as const;

/** A forum series as it is recorded. */
export class CreateForumSeries extends RecordInput {
  /** Its names, in every language and script they are known in. */
  @IsNames()
  names: NameDto[];

  /**
   * How often it takes place.
   * @example "annual"
   */
  @MayBeNull()
  @IsOneOf(FREQUENCIES)
  frequency?: Frequency | null;

  /** When it was founded, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2007')
  founded?: string | null;

  /** Who organizes it. */
  @MayBeAbsent()
  @IdsOf('organization')
  organizerIds?: string[];

  /** What it is for, each objective by language. */
  @MayBeAbsent()
  @IsTextList()
  objectives?: Record<string, string>[];

  /** Whom it addresses, by language. */
  @MayBeNull()
  @IsText()
  audience?: Record<string, string> | null;

  /** What it is like, by language. */
  @MayBeNull()
  @IsText()
  description?: Record<string, string> | null;
}

/** A merge patch of a forum series. */
export class PatchForumSeries extends PatchOf(CreateForumSeries) {}

/** A forum series in a list. */
export class ForumSeriesItem extends NamedItem {
  /**
   * How often it takes place.
   * @example "annual"
   */
  frequency: Frequency | null;

  /**
   * When it was founded, as far as that is known.
   * @example "2007"
   */
  founded: string | null;

  /** The first who organize it. */
  @Few()
  organizers: ReferenceView[];

  /**
   * How many organize it.
   * @example 1
   */
  organizerCount: number;

  /** Its last editions, the latest first. */
  @Few()
  editions: EventReferenceView[];

  /**
   * How many editions are recorded.
   * @example 2
   */
  editionCount: number;
}

/** A forum series with its organizers and objectives. */
export class ForumSeriesView extends OmitType(ForumSeriesItem, ['editions', 'organizers', 'organizerCount']) {
  /** All its names, in every language and script. */
  names: NameDto[];

  /** Who organizes it. */
  organizers: ReferenceView[];

  /**
   * What it is for, each objective by language.
   * @example [{ "en": "exchange of scientific and technological results" }]
   */
  @ApiProperty({ items: { type: 'object', additionalProperties: { type: 'string' } } })
  objectives: Record<string, string>[];

  /**
   * Whom it addresses, by language.
   * @example { "en": "scientists, entrepreneurs and investors" }
   */
  audience: Record<string, string> | null;

  /**
   * What it is like, by language.
   * @example { "it": "piattaforma per gli scambi globali nell’innovazione" }
   */
  description: Record<string, string> | null;
}

/** One page of forum series. */
export class ForumSeriesPage extends PageOf(ForumSeriesItem) {}

/** Which forum series to list. */
export class ForumSeriesQuery extends NamedListQuery {
  /**
   * Only series that this organization, a unit of it or one that it has succeeded organizes.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organizer?: string;

  /**
   * The order of the list.
   * @example "name"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
