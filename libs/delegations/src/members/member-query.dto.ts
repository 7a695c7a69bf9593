import { IdOrNameOf, IsOneOf } from '#platform';
import { ListQuery } from '#records';
import { IsOptional } from 'class-validator';
import { MEMBER_ROLES, MEMBER_STATUSES, type MemberRole, type MemberStatus } from './member.rules.js';

const SORTS = ['precedence', '-updated'] as const;

/** Which members of a delegation to list. */
export class MemberQuery extends ListQuery {
  /**
   * Only members of this status.
   * @example "accepted"
   */
  @IsOptional()
  @IsOneOf(MEMBER_STATUSES)
  status?: MemberStatus;

  /**
   * Only members of this role.
   * @example "interpreter"
   */
  @IsOptional()
  @IsOneOf(MEMBER_ROLES)
  role?: MemberRole;

  /**
   * Only members from this organization, a unit of it or one that it has succeeded.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only the memberships of this person.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * The order of the list.
   * @example "precedence"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
