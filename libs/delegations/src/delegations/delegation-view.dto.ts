import { IntersectionType } from '@nestjs/swagger';
import { Few, IsText, NameDto, QuantityDto, ReferenceView } from '#platform';
import { ClassifiedView, NamedItem, PageOf, StatusChangeView, VisibilityView } from '#records';
import type { Text } from '#vocabulary';
import { MemberOfDelegation, MemberPart } from '../members/member-view.dto.js';
import type { DelegationKind, DelegationStatus } from './delegation.rules.js';

/** What every answer about a delegation holds. */
export class DelegationCore extends IntersectionType(NamedItem, VisibilityView) {
  /**
   * What kind of delegation it is.
   * @example "official"
   */
  kind: DelegationKind | null;

  /** The delegation that it comes within. */
  parent: ReferenceView | null;

  /**
   * Where it stands.
   * @example "draft"
   */
  status: DelegationStatus;

  /** The place it comes from. */
  originPlace: ReferenceView | null;

  /** How many people were announced. */
  declaredSize: QuantityDto | null;

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

  /** The first organizations it represents. */
  @Few()
  organizations: ReferenceView[];

  /**
   * How many organizations it represents.
   * @example 1
   */
  organizationCount: number;

  /** The first topics it is interested in. */
  @Few()
  topics: ReferenceView[];

  /**
   * How many topics it is interested in.
   * @example 2
   */
  topicCount: number;

  /** Its first members, in order of precedence. */
  @Few()
  members: MemberOfDelegation[];

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

  /** The organizations it represents. */
  organizations: ReferenceView[];

  /** The topics it is interested in. */
  topics: ReferenceView[];

  /** Its members, in order of precedence. */
  members: MemberPart[];
}

/** A delegation with its members and the history of its status. */
export class DelegationView extends IntersectionType(DelegationWithMembersView, ClassifiedView) {
  /**
   * What its status needs and it does not have, in words. What is recorded after the fact may lack it, and it can be
   * added piece by piece; what it has of it can be changed, but not taken away.
   * @example ["head"]
   */
  missing: string[];
  /** The delegations that come within it. */
  parts: ReferenceView[];

  /** How its status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of delegations. */
export class DelegationPage extends PageOf(DelegationItem) {}
