import {
  IdOf,
  IdsOf,
  IsNames,
  IsOneOf,
  IsQuantity,
  IsText,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
  QuantityDto,
} from '#platform';
import { ClassifiedInput } from '#records';
import type { Text } from '#vocabulary';
import { NewMember } from '../members/member-input.dto.js';
import {
  DELEGATION_KINDS,
  DELEGATION_STATUSES,
  type DelegationKind,
  type DelegationStatus,
} from './delegation.rules.js';

/** What may be said of a delegation and changed later. */
export class DelegationFields extends ClassifiedInput {
  /** Its names, in every language and script they are known in. */
  @IsNames()
  names: NameDto[];

  /**
   * What kind of delegation it is, as far as it is known.
   * @example "official"
   */
  @MayBeNull()
  @IsOneOf(DELEGATION_KINDS)
  kind?: DelegationKind | null;

  /** The delegation that it comes within. */
  @MayBeNull()
  @IdOf('delegation')
  parentId?: string | null;

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
