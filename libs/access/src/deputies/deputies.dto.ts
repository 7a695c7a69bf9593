import { IdOfColleague } from '#identity';
import { IsInstant, IsLines, MayBeAbsent } from '#platform';
import { ActorView, PageOf, PageQuery } from '#records';

/** Somebody who acts for somebody for a time. */
export class CreateDeputy {
  /**
   * The actor who acts for another one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IdOfColleague()
  actorId: string;

  /**
   * The actor who is acted for.
   * @example "019a8f3e-4c00-7000-8000-000000000002"
   */
  @IdOfColleague()
  principalId: string;

  /** From when; from now on, where it is left out. */
  @MayBeAbsent()
  @IsInstant('2026-12-21T07:00:00Z', { fractions: true })
  startsAt?: string;

  /** Until when; a year at most. */
  @IsInstant('2027-01-07T07:00:00Z', { fractions: true })
  endsAt: string;

  /**
   * Why, in words that are kept.
   * @example "on leave over the holidays"
   */
  @IsLines(500)
  reason: string;
}

/** Who acts for whom, and when. */
export class DeputyView {
  /**
   * The id of the deputation.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /** Who acts for another one. */
  actor: ActorView;

  /** Who is acted for. */
  principal: ActorView;

  /**
   * From when (RFC 3339, UTC).
   * @example "2026-12-21T07:00:00.000Z"
   */
  startsAt: string;

  /**
   * Until when (RFC 3339, UTC).
   * @example "2027-01-07T07:00:00.000Z"
   */
  endsAt: string;

  /**
   * Why.
   * @example "on leave over the holidays"
   */
  reason: string;

  /** Who named the deputy. */
  createdBy: ActorView;

  /**
   * When it was ended before its time (RFC 3339, UTC).
   * @example "2026-12-24T09:00:00.000Z"
   */
  endedAt: string | null;
}

/** One page of deputies, the newest first. */
export class DeputyPage extends PageOf(DeputyView) {}

/** How to list deputies. */
export class DeputyQuery extends PageQuery {}
