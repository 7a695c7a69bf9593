import { IntersectionType } from '@nestjs/swagger';
import { IdOrNameOf, IsOneOf } from '#platform';
import { NamedListQuery, VisibilityQuery } from '#records';
import { IsOptional } from 'class-validator';
import {
  DELEGATION_KINDS,
  DELEGATION_STATUSES,
  type DelegationKind,
  type DelegationStatus,
} from './delegation.rules.js';

const SORTS = ['name', '-updated'] as const;

/** Which delegations to list. */
export class DelegationQuery extends IntersectionType(NamedListQuery, VisibilityQuery) {
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
   * Only delegations that come from this place or from anywhere inside it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  origin?: string;

  /**
   * Only delegations to which this organization, a unit of it or one that it has succeeded is party: they represent it or
   * have a member from it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only delegations to which this person is party: who is or was a member.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * Only delegations interested in this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only delegations that come within this one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('delegation')
  parent?: string;

  /**
   * The order of the list.
   * @example "name"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
