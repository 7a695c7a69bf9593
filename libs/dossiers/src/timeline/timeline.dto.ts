import { ApiProperty } from '@nestjs/swagger';
import { AGREEMENT_STATUSES, AgreementReferenceView } from '#agreements';
import { TogetherEntry } from '#briefings';
import { EVENT_KINDS, EventReferenceView } from '#events';
import { FOLLOW_UP_STATUSES, OUTCOME_STATUSES } from '#follow-ups';
import { FORUM_STATUSES } from '#forums';
import { IdOrNameOf } from '#platform';
import { ListQuery, PageOf } from '#records';
import { VISIT_STATUSES } from '#visits';
import { IsOptional } from 'class-validator';

const KINDS = [...EVENT_KINDS, 'agreement', 'outcome', 'follow_up'] as const;

const STATUSES = [
  ...new Set([
    ...VISIT_STATUSES,
    ...FORUM_STATUSES,
    ...AGREEMENT_STATUSES,
    ...OUTCOME_STATUSES,
    ...FOLLOW_UP_STATUSES,
  ]),
] as const;

/** What concerned a place, a topic, an organization, a person or a delegation, in a timeline. */
export class TimelineEntry extends TogetherEntry {
  /**
   * What it is.
   * @example "visit"
   */
  @ApiProperty({ enum: KINDS })
  declare kind: (typeof KINDS)[number];

  /**
   * Where it stands in its lifecycle.
   * @example "completed"
   */
  @ApiProperty({ enum: STATUSES })
  declare status: (typeof STATUSES)[number];

  /** The event that an outcome or a follow-up came out of, or that an agreement was signed at. */
  event: EventReferenceView | null;

  /** The agreement that an outcome or a follow-up came out of. */
  agreement: AgreementReferenceView | null;

  /**
   * Whether it is a follow-up that is open although its day has passed at the office.
   * @example false
   */
  overdue: boolean;
}

/** One page of a timeline. */
export class TimelinePage extends PageOf(TimelineEntry) {}

/** Whose timeline to read: give one of them. */
export class TimelineQuery extends ListQuery {
  /**
   * What concerns this place, with everything inside it: what takes place there, and what comes from there.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * What is about this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * What this organization, a unit of it or one that it has succeeded is party to.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * What this person is party to.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * What this delegation is party to.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('delegation')
  delegation?: string;

  /**
   * What concerns both sides of this relationship.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('relationship')
  relationship?: string;
}
