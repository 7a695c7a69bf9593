import { DelegationWithMembersView } from '#delegations';
import { IdOf, IsPartialDate, MayBeNull } from '#platform';
import { PartOf } from '#records';

/** When one of the delegations of a visit comes. */
export class DelegationDatesDto {
  /** The delegation, one of the visit. */
  @IdOf('delegation')
  delegationId: string;

  /** The first day it is there, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  starts?: string | null;

  /** The last day it is there, as far as it is known. */
  @MayBeNull()
  @IsPartialDate('2018-07-12')
  ends?: string | null;
}

/** A delegation with its members, and when it comes. */
export class VisitingDelegationView extends PartOf(DelegationWithMembersView) {
  /**
   * The first day it is there, where that is a part of the visit only.
   * @example "2018-07-12"
   */
  starts: string | null;

  /**
   * The last day it is there, where that is a part of the visit only.
   * @example "2018-07-12"
   */
  ends: string | null;
}
