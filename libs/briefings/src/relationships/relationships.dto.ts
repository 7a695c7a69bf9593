import { ApiProperty } from '@nestjs/swagger';
import {
  IdOf,
  IdOrNameOf,
  IsNames,
  IsOneOf,
  IsPartialDate,
  IsText,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
  ReferenceView,
} from '#platform';
import { NamedItem, NamedListQuery, PageOf, RecordInput } from '#records';
import { type Text, VERIFICATIONS, type Verification } from '#vocabulary';
import { IsOptional } from 'class-validator';
import { RELATIONSHIP_KINDS, type RelationshipKind, TRENDS, type Trend } from './relationship.rules.js';

const SORTS = ['name', '-updated'] as const;

/** A relationship as it is recorded, between two places or organizations; neither side comes first. */
export class CreateRelationship extends RecordInput {
  /** Its names, in every language and script they are known in. */
  @IsNames()
  names: NameDto[];

  /** The place on the one side, where it is one. */
  @MayBeNull()
  @IdOf('place')
  fromPlaceId?: string | null;

  /** The organization on the one side, where it is one. */
  @MayBeNull()
  @IdOf('organization')
  fromOrganizationId?: string | null;

  /** The place on the other side, where it is one. */
  @MayBeNull()
  @IdOf('place')
  toPlaceId?: string | null;

  /** The organization on the other side, where it is one. */
  @MayBeNull()
  @IdOf('organization')
  toOrganizationId?: string | null;

  /**
   * What they are to each other.
   * @example "axis"
   */
  @IsOneOf(RELATIONSHIP_KINDS)
  kind: RelationshipKind;

  /** What it rests on, by language. */
  @MayBeNull()
  @IsText()
  basis?: Text | null;

  /**
   * Where it is going, as far as that is known.
   * @example "growing"
   */
  @MayBeNull()
  @IsOneOf(TRENDS)
  trend?: Trend | null;

  /** When it began, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2016-05')
  since?: string | null;

  /** When it ended, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2018')
  until?: string | null;

  /**
   * How far it can be relied on; `reported` where nothing is said.
   * @example "reported"
   */
  @MayBeAbsent()
  @IsOneOf(VERIFICATIONS)
  verification?: Verification;
}

/** A merge patch of a relationship. */
export class PatchRelationship extends PatchOf(CreateRelationship) {}

/** What every answer about a relationship holds. */
export class RelationshipCore extends NamedItem {
  /** The place on the one side, where it is one. */
  fromPlace: ReferenceView | null;

  /** The organization on the one side, where it is one. */
  fromOrganization: ReferenceView | null;

  /** The place on the other side, where it is one. */
  toPlace: ReferenceView | null;

  /** The organization on the other side, where it is one. */
  toOrganization: ReferenceView | null;

  /**
   * What they are to each other.
   * @example "axis"
   */
  @ApiProperty({ enum: RELATIONSHIP_KINDS })
  kind: RelationshipKind;

  /**
   * Where it is going.
   * @example "growing"
   */
  @ApiProperty({ enum: [...TRENDS, null], nullable: true })
  trend: Trend | null;

  /**
   * When it began.
   * @example "2016-05"
   */
  since: string | null;

  /**
   * When it ended.
   * @example "2018"
   */
  until: string | null;

  /**
   * How far it can be relied on.
   * @example "reported"
   */
  @ApiProperty({ enum: VERIFICATIONS })
  verification: Verification;
}

/** A relationship in a list. */
export class RelationshipItem extends RelationshipCore {
  /**
   * What it rests on, in the language asked for.
   * @example "cooperation between the innovation ecosystems of the two cities"
   */
  basis: string | null;
}

/** What the two sides of a relationship have together. */
export class TogetherEntry {
  /**
   * What it is: a visit, a forum, an agreement, an outcome or a follow-up.
   * @example "visit"
   */
  kind: string;

  /**
   * The id of the record.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its name, or what came out or is to be done, in the language chosen by `Accept-Language`.
   * @example "Guiyang delegation in Naples and Rome"
   */
  name: string;

  /**
   * The day it stands at: the last that its dates may mean; null where none is known. An outcome stands at its
   * delivery, else at when it is expected, else with what it came out of; a follow-up stands at when it is due.
   * @example "2018-07-13"
   */
  day: string | null;

  /**
   * When it begins, or its one date, as far as it is known.
   * @example "2018-07-12"
   */
  starts: string | null;

  /**
   * When it ends, where it lasts.
   * @example "2018-07-13"
   */
  ends: string | null;

  /**
   * Where it stands in its lifecycle.
   * @example "completed"
   */
  status: string;
}

/** The newest of what the two sides have together. */
export class TogetherView {
  /** The newest first, at most 20. */
  items: TogetherEntry[];

  /**
   * Whether there is more, which the timeline of the relationship tells page by page.
   * @example false
   */
  more: boolean;
}

/** A relationship with what it rests on. */
export class RelationshipView extends RelationshipCore {
  /** All its names, in every language and script. */
  names: NameDto[];

  /** What it rests on, by language. */
  @IsText()
  basis: Text | null;

  /** The visits, forums, agreements, outcomes and follow-ups that concern both sides. */
  together: TogetherView;
}

/** One page of relationships. */
export class RelationshipPage extends PageOf(RelationshipItem) {}

/** Which relationships to list. */
export class RelationshipQuery extends NamedListQuery {
  /**
   * Only relationships of this place or anything inside it, on either side.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only relationships of this organization, a unit of it or one that it has succeeded, on either side.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only relationships of this kind.
   * @example "axis"
   */
  @IsOptional()
  @IsOneOf(RELATIONSHIP_KINDS)
  kind?: RelationshipKind;

  /**
   * Only relationships that are going this way.
   * @example "growing"
   */
  @IsOptional()
  @IsOneOf(TRENDS)
  trend?: Trend;

  /**
   * Only relationships that say this of themselves, or that a source is cited for with it; repeat the parameter for several. Those
   * of which sources contradict each other are `disputed`.
   */
  @ApiProperty({ enum: VERIFICATIONS, isArray: true, example: ['unverified'] })
  override verification?: Verification[];

  /**
   * The order of the list.
   * @example "name"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
