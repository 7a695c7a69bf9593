import { IntersectionType, PickType } from '@nestjs/swagger';
import { DelegationItem, MemberItem } from '#delegations';
import { OrganizationItem, PositionItem } from '#directory';
import { QuantityDto } from '#platform';
import { Doubtful } from './briefing-parts.dto.js';

/** An organization in a briefing. */
export class BriefingOrganization extends IntersectionType(
  PickType(OrganizationItem, ['id', 'name', 'kind']),
  Doubtful,
) {}

/** How many organizations of a kind there are. */
export class OrganizationsOfKind extends PickType(OrganizationItem, ['kind']) {
  /**
   * How many were found.
   * @example 3
   */
  count: number;
}

/** What somebody is, or was, at an organization. */
export class BriefingPosition extends IntersectionType(
  PickType(PositionItem, ['id', 'title', 'organization', 'since', 'until', 'ended']),
  Doubtful,
) {}

/** Somebody in a briefing. */
export class BriefingPerson extends Doubtful {
  /**
   * The id of the person.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * The name, chosen by `Accept-Language`.
   * @example "Chen Feng"
   */
  name: string;

  /** What they are now, and where. */
  positions: BriefingPosition[];
}

/** A member of a delegation in a briefing. */
export class BriefingMember extends IntersectionType(
  PickType(MemberItem, ['id', 'person', 'role', 'title', 'organization', 'status']),
  Doubtful,
) {
  /**
   * The name of the person or group, or who is still to be named, chosen by `Accept-Language`.
   * @example "Chen Feng"
   */
  name: string;

  /** How many they are, where it is a group. */
  quantity: QuantityDto | null;
}

/** A delegation that somebody belongs to. */
export class BriefingDelegation extends IntersectionType(
  PickType(DelegationItem, ['id', 'name', 'status']),
  PickType(MemberItem, ['role']),
  Doubtful,
) {}
