import { ApiProperty, IntersectionType, PickType } from '@nestjs/swagger';
import { AgreementItem, AgreementReferenceView, OBLIGATION_STATUSES, ObligationItem } from '#agreements';
import { EventItem, EventReferenceView } from '#events';
import { FollowUpItem, OUTCOME_STATUSES, OutcomeItem } from '#follow-ups';
import { ReferenceView } from '#platform';
import { DIRECTIONS } from '#visits';
import { Doubtful } from './briefing-parts.dto.js';

const PROMISE_STATUSES = [...OBLIGATION_STATUSES, ...OUTCOME_STATUSES] as const;

/** What came of a visit or a forum. */
export class BriefingOutcome extends IntersectionType(
  PickType(OutcomeItem, ['id', 'text', 'kind', 'status', 'quantity']),
  Doubtful,
) {}

/** A visit or a forum in a briefing. */
export class BriefingEvent extends IntersectionType(
  PickType(EventItem, ['id', 'name', 'kind', 'starts', 'ends', 'status', 'place']),
  Doubtful,
) {
  /**
   * Which way a visit goes; null of a forum.
   * @example "incoming"
   */
  @ApiProperty({ enum: [...DIRECTIONS, null], nullable: true })
  direction: (typeof DIRECTIONS)[number] | null;

  /** The first delegations of a visit. */
  delegations: ReferenceView[];

  /**
   * How many outcomes it has.
   * @example 2
   */
  outcomeCount: number;

  /** The first of them. */
  outcomes: BriefingOutcome[];
}

/** An agreement that binds, in a briefing. */
export class BriefingAgreement extends IntersectionType(
  PickType(AgreementItem, ['id', 'name', 'kind', 'status', 'signed', 'expiry', 'expiring', 'parties']),
  Doubtful,
) {
  /**
   * The last day on which the term that runs may end; null where it has no end.
   * @example "2027-12-31"
   */
  ends: string | null;
}

/** What one side promised: an obligation of an agreement, or a commitment that came of a meeting. */
export class BriefingPromise extends IntersectionType(
  PickType(ObligationItem, ['id', 'text', 'due', 'overdue']),
  Doubtful,
) {
  /**
   * Whether it is an obligation of an agreement, or a commitment.
   * @example "obligation"
   */
  @ApiProperty({ enum: ['obligation', 'commitment'] })
  kind: 'obligation' | 'commitment';

  /** Who promised it: nobody in particular where all the parties did. */
  by: ReferenceView[];

  /**
   * Where it stands, as an obligation or as an outcome.
   * @example "open"
   */
  @ApiProperty({ enum: PROMISE_STATUSES })
  status: (typeof PROMISE_STATUSES)[number];

  /** The agreement that it comes from. */
  agreement: AgreementReferenceView | null;

  /** The event that it came out of. */
  event: EventReferenceView | null;
}

/** What is still to be done. */
export class BriefingFollowUp extends IntersectionType(
  PickType(FollowUpItem, ['id', 'title', 'kind', 'status', 'due', 'overdue']),
  Doubtful,
) {
  /** The user, the person or the organization that sees to it. */
  owner: ReferenceView | null;
}
