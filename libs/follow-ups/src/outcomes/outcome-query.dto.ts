import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IdOf, IdOrNameOf, IsOneOf, IsYesOrNo, MayRepeat } from '#platform';
import { ListQuery, VisibilityQuery } from '#records';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { OUTCOME_KINDS, OUTCOME_STATUSES, type OutcomeKind, type OutcomeStatus } from './outcome.rules.js';

const SORTS = ['-recorded', 'expected', '-updated'] as const;

/** Which outcomes to list. */
export class OutcomeQuery extends IntersectionType(ListQuery, VisibilityQuery) {
  /**
   * Words of its text, in any order, language or script; parts of three letters are enough.
   * @example "big data"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /**
   * Only outcomes of this event or of an item of its agenda.
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
   * Only outcomes of this agenda item.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('agenda item')
  agendaItem?: string;

  /**
   * Only outcomes of this agreement.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('agreement')
  agreement?: string;

  /**
   * Only outcomes that are to be presented at this event.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('event')
  presentedAt?: string;

  /**
   * Only outcomes that are or were announced at this event.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('event')
  announcedAt?: string;

  /**
   * Only outcomes that led to this agreement.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('agreement')
  ledTo?: string;

  /**
   * Only outcomes of this kind.
   * @example "commitment"
   */
  @IsOptional()
  @IsOneOf(OUTCOME_KINDS)
  kind?: OutcomeKind;

  /** Only outcomes in one of these statuses; repeat the parameter for several. */
  @ApiProperty({ enum: OUTCOME_STATUSES, isArray: true, example: ['reported', 'planned'] })
  @MayRepeat()
  @IsOneOf(OUTCOME_STATUSES, { each: true })
  status?: OutcomeStatus[];

  /**
   * Only outcomes that this person or organization promised or did: an actor of it. Units of an organization, and those
   * that it has succeeded, count as it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person', 'organization')
  by?: string;

  /**
   * Only outcomes that concern this person, organization, place or delegation and were not promised by it alone: it was
   * party to the event or agreement they came out of, or has to do with them itself.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person', 'organization', 'place', 'delegation')
  for?: string;

  /**
   * Only outcomes that are about this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only outcomes to which this organization, a unit of it or one that it has succeeded is party: as an actor, or by the
   * event or agreement they came out of.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only outcomes to which this person is party: as an actor, or by the event or agreement they came out of.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * Only outcomes of events to which this delegation is party, or of agreements that came of one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('delegation')
  delegation?: string;

  /**
   * Only outcomes that take place in this place or anything inside it, or came out of an event or agreement there.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only outcomes of events to which a delegation comes from this place or anything inside it, or of agreements with a
   * party from there.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  origin?: string;

  /**
   * The order of the list: as recorded (latest first), by when they are expected (next first, undated last), by change.
   * @example "-recorded"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
