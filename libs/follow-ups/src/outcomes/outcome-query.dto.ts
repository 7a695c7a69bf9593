import { ApiProperty } from '@nestjs/swagger';
import { IdOf, IsOneOf } from '#platform';
import { ListQuery } from '#records';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { OUTCOME_KINDS, OUTCOME_STATUSES, type OutcomeKind, type OutcomeStatus } from './outcome.rules.js';

const SORTS = ['-recorded', 'expected', '-updated'] as const;

/** Which outcomes to list. */
export class OutcomeQuery extends ListQuery {
  /**
   * Part of its text, in any language or script; accents and capitals do not matter.
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
  @IdOf('event')
  event?: string;

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
  @IdOf('agreement')
  agreement?: string;

  /**
   * Only outcomes that are to be presented at this event.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('event')
  presentedAt?: string;

  /**
   * Only outcomes that are or were announced at this event.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('event')
  announcedAt?: string;

  /**
   * Only outcomes that led to this agreement.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('agreement')
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
  @IsOptional()
  @Transform(({ value }) => (Array.isArray(value) ? value : [value]))
  @IsOneOf(OUTCOME_STATUSES, { each: true })
  status?: OutcomeStatus[];

  /**
   * Only outcomes about this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('topic')
  topic?: string;

  /**
   * Only outcomes that this organization has something to do with: itself, or by the event or agreement.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('organization')
  organization?: string;

  /**
   * Only outcomes that this person has something to do with: themselves, or by the event or agreement.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('person')
  person?: string;

  /**
   * Only outcomes that concern this place or anything inside it, are of events there or of agreements of parties from it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('place')
  place?: string;

  /**
   * The order of the list: as recorded (latest first), by when they are expected (next first, undated last), by change.
   * @example "-recorded"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
