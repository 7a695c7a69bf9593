import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IdOf, IdOrNameOf, IsOneOf, IsYesOrNo, MayRepeat, WordIdOrNameOf } from '#platform';
import { ListQuery, VisibilityQuery } from '#records';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import {
  FOLLOW_UP_KINDS,
  FOLLOW_UP_STATUSES,
  type FollowUpKind,
  type FollowUpStatus,
  PRIORITIES,
  type Priority,
} from './follow-up.rules.js';

export const DUE = ['overdue', 'today', 'week', 'later', 'undated'] as const;
export type Due = (typeof DUE)[number];

const SORTS = ['urgency', '-recorded', '-updated'] as const;

/** Which follow-ups to list. */
export class FollowUpQuery extends IntersectionType(ListQuery, VisibilityQuery) {
  /**
   * Words of its title, in any order, language or script; parts of three letters are enough.
   * @example "letters"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /**
   * Only open follow-ups that are due by the day at the office: overdue, due today, due within seven days (today
   * included), later than that, or without any date. What is due in a month or a year is due on its last day. Nothing
   * is overdue that comes from an event, a part of it or an agenda item that was called off.
   * @example "overdue"
   */
  @IsOptional()
  @IsOneOf(DUE)
  due?: Due;

  /**
   * Only follow-ups of this owner, a user, a person or an organization: an id, the name of a person or an organization, `me` for the caller, or `none` for those
   * that nobody sees to yet.
   * @example "me"
   */
  @IsOptional()
  @WordIdOrNameOf(['me', 'none'], 'person', 'organization')
  owner?: string;

  /** Only follow-ups in one of these statuses; repeat the parameter for several. */
  @ApiProperty({ enum: FOLLOW_UP_STATUSES, isArray: true, example: ['open', 'in_progress'] })
  @MayRepeat()
  @IsOneOf(FOLLOW_UP_STATUSES, { each: true })
  status?: FollowUpStatus[];

  /**
   * Only follow-ups of this kind.
   * @example "report"
   */
  @IsOptional()
  @IsOneOf(FOLLOW_UP_KINDS)
  kind?: FollowUpKind;

  /**
   * Only follow-ups that are, or are not, mandatory.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  mandatory?: boolean;

  /**
   * Only follow-ups of this priority.
   * @example "urgent"
   */
  @IsOptional()
  @IsOneOf(PRIORITIES)
  priority?: Priority;

  /**
   * Only follow-ups from this event, its agenda or its outcomes.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('event')
  event?: string;

  /**
   * Whether, together with `event`, those of the parts of that event count, too.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  parts?: boolean;

  /**
   * Only follow-ups from this outcome.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('outcome')
  outcome?: string;

  /**
   * Only follow-ups from this agreement, its obligations or its outcomes.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('agreement')
  agreement?: string;

  /**
   * Only follow-ups from this entry, such as those of its open questions.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('entry')
  entry?: string;

  /**
   * Only follow-ups of events, agreements or outcomes that take place in this place or anything inside it, or of entries
   * about one of these.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only follow-ups of events to which a delegation comes from this place or anything inside it, or of agreements
   * with a party from there.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  origin?: string;

  /**
   * Only follow-ups of events, agreements, outcomes or entries that are about this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only follow-ups to which this organization, a unit of it or one that it has succeeded is party: as owner, or by the
   * event, agreement, outcome or entry they come from.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only follow-ups to which this person is party: as owner, or by the event, agreement, outcome or entry they come from.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * Only follow-ups of events to which this delegation is party, or of agreements that came of one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('delegation')
  delegation?: string;

  /**
   * The order of the list: by urgency (open ones by their day and then by priority, undated last; closed ones after
   * them), as recorded (latest first), or by change.
   * @example "urgency"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
