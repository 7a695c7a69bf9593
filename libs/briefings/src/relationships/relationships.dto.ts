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

/** A relationship with what it rests on. */
export class RelationshipView extends RelationshipCore {
  /** All its names, in every language and script. */
  names: NameDto[];

  /** What it rests on, by language. */
  @IsText()
  basis: Text | null;
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
