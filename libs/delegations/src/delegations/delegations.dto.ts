import {
  IdOf,
  IdsOf,
  IsOneOf,
  IsQuantity,
  IsText,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
  QuantityDto,
  ReferenceView,
} from '#platform';
import { NamedItem, NamedListQuery, PageOf, StatusChangeView } from '#records';
import type { Text } from '#vocabulary';
import { IsOptional } from 'class-validator';
import { MemberView, NewMember } from '../members/members.dto.js';
import {
  DELEGATION_KINDS,
  DELEGATION_STATUSES,
  type DelegationKind,
  type DelegationStatus,
} from './delegation.rules.js';

/** What may be said of a delegation and changed later. */
export class DelegationFields {
  /** Its names, in every language and script they are known in. */
  @ListOf(() => NameDto, { least: 1, most: 50 })
  names: NameDto[];

  /**
   * What kind of delegation it is, as far as it is known.
   * @example "official"
   */
  @MayBeNull()
  @IsOneOf(DELEGATION_KINDS)
  kind?: DelegationKind | null;

  /** The place it comes from. */
  @MayBeNull()
  @IdOf('place')
  originPlaceId?: string | null;

  /** The organizations it represents. */
  @MayBeNull()
  @IdsOf('organization')
  organizationIds?: string[] | null;

  /** How many people were announced, whoever of them is known. */
  @MayBeNull()
  @IsQuantity()
  declaredSize?: QuantityDto | null;

  /** What it comes for. */
  @MayBeNull()
  @IsText()
  purpose?: Text | null;

  /** The topics it is interested in. */
  @MayBeNull()
  @IdsOf('topic')
  topicIds?: string[] | null;

  /** The person to write to about it. */
  @MayBeNull()
  @IdOf('person')
  focalPointId?: string | null;
}

/** A delegation as it is recorded, with its members. */
export class CreateDelegation extends DelegationFields {
  /**
   * Where it stands; later it moves by transitions.
   * @example "draft"
   */
  @MayBeAbsent()
  @IsOneOf(DELEGATION_STATUSES)
  status?: DelegationStatus;

  /** Its members, in order of precedence. */
  @MayBeNull()
  @ListOf(() => NewMember)
  members?: NewMember[] | null;
}

/** A merge patch of a delegation; its members are records of their own. */
export class PatchDelegation extends PatchOf(DelegationFields) {}

/** What every answer about a delegation holds. */
export class DelegationCore extends NamedItem {
  /**
   * What kind of delegation it is.
   * @example "official"
   */
  kind: DelegationKind | null;

  /**
   * Where it stands.
   * @example "draft"
   */
  status: DelegationStatus;

  /** The place it comes from. */
  originPlace: ReferenceView | null;

  /** The organizations it represents. */
  organizations: ReferenceView[];

  /** How many people were announced. */
  declaredSize: QuantityDto | null;

  /** The topics it is interested in. */
  topics: ReferenceView[];

  /** The person to write to about it. */
  focalPoint: ReferenceView | null;
}

/** A delegation in a list. */
export class DelegationItem extends DelegationCore {
  /**
   * What it comes for, in the language chosen by `Accept-Language`.
   * @example "partnerships on big data"
   */
  purpose: string | null;

  /** The person who leads it. */
  head: ReferenceView | null;

  /**
   * How many entries its list of members has, a group counting once.
   * @example 6
   */
  memberCount: number;
}

/** A delegation with its members, as it also stands within a visit. */
export class DelegationWithMembersView extends DelegationCore {
  /** All its names, in every language and script. */
  names: NameDto[];

  /** What it comes for. */
  @IsText()
  purpose: Text | null;

  /** Its members, in order of precedence. */
  members: MemberView[];
}

/** A delegation with its members and the history of its status. */
export class DelegationView extends DelegationWithMembersView {
  /** How its status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of delegations. */
export class DelegationPage extends PageOf(DelegationItem) {}

const SORTS = ['name', '-updated'] as const;

/** Which delegations to list. */
export class DelegationQuery extends NamedListQuery {
  /**
   * Only delegations of this status.
   * @example "confirmed"
   */
  @IsOptional()
  @IsOneOf(DELEGATION_STATUSES)
  status?: DelegationStatus;

  /**
   * Only delegations of this kind.
   * @example "official"
   */
  @IsOptional()
  @IsOneOf(DELEGATION_KINDS)
  kind?: DelegationKind;

  /**
   * Only delegations from this place or from anywhere inside it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('place')
  origin?: string;

  /**
   * Only delegations that represent this organization or have a member from it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('organization')
  organization?: string;

  /**
   * Only delegations that this person is or was a member of.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('person')
  person?: string;

  /**
   * Only delegations interested in this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('topic')
  topic?: string;

  /**
   * The order of the list.
   * @example "name"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
