import { PickType } from '@nestjs/swagger';
import { IdOf, IsOneOf, MayBeNull, PatchOf, ReferenceView } from '#platform';
import { PageOf, PartOf, RecordView } from '#records';
import { TenureDto, TenureQuery } from '../tenure.dto.js';
import { RELATION_KINDS, type RelationKind } from './organization.rules.js';

/** A relation of an organization as it is recorded; it leads to exactly one organization, person or place. */
export class CreateRelation extends TenureDto {
  /**
   * How the organization stands to the other record: `founded_by` leads to a person or an organization,
   * `present_in` to a place, every other kind to an organization. What concerns an organization also concerns the
   * `successor_of` it.
   * @example "member_of"
   */
  @IsOneOf(RELATION_KINDS)
  kind: RelationKind;

  /** The organization it leads to. */
  @MayBeNull()
  @IdOf('organization')
  toOrganizationId?: string | null;

  /** The person it leads to. */
  @MayBeNull()
  @IdOf('person')
  toPersonId?: string | null;

  /** The place it leads to. */
  @MayBeNull()
  @IdOf('place')
  toPlaceId?: string | null;
}

/** A merge patch of a relation. */
export class PatchRelation extends PatchOf(CreateRelation) {}

/** A relation of an organization. */
export class RelationView extends RecordView {
  /**
   * How the organization stands to the other record.
   * @example "member_of"
   */
  kind: RelationKind;

  /** The organization it leads to. */
  organization: ReferenceView | null;

  /** The person it leads to. */
  person: ReferenceView | null;

  /** The place it leads to. */
  place: ReferenceView | null;

  /**
   * When it began, as far as that is known.
   * @example "2016-05"
   */
  since: string | null;

  /**
   * When it ended, as far as that is known.
   * @example "2018"
   */
  until: string | null;

  /**
   * Whether it is over: it was said so, or its last day has passed.
   * @example false
   */
  ended: boolean;
}

/** A relation as the organization shows it. */
export class RelationPart extends PartOf(RelationView) {}

/** A relation in a list of organizations. */
export class RelationOfOrganization extends PickType(RelationView, [
  'id',
  'kind',
  'organization',
  'person',
  'place',
  'ended',
]) {}

/** One page of relations. */
export class RelationPage extends PageOf(RelationView) {}

/** Which relations to list. */
export class RelationQuery extends TenureQuery {}
