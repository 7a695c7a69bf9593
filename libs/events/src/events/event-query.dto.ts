import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IdOf, IdOrNameOf, IsDay, IsNotBefore, IsOneOf, IsYesOrNo, MayRepeat } from '#platform';
import { NamedListQuery, VisibilityQuery } from '#records';
import { IsOptional, IsString } from 'class-validator';
import { EVENT_KINDS, type EventKind, MODES, type Mode } from './event.rules.js';

const SORTS = ['-date', 'date', 'name', '-updated'] as const;

/** Which events to list. */
export class EventQuery extends IntersectionType(NamedListQuery, VisibilityQuery) {
  /** Only events in one of these statuses; repeat the parameter for several. */
  @ApiProperty({ type: [String], example: ['planned', 'confirmed'] })
  @MayRepeat()
  @IsString({ each: true, message: 'must be a status' })
  status?: string[];

  /**
   * Only events that may last until this day or longer.
   * @example "2018-07-01"
   */
  @IsOptional()
  @IsDay()
  from?: string;

  /**
   * Only events that may begin on this day or before.
   * @example "2018-07-31"
   */
  @IsOptional()
  @IsDay()
  @IsNotBefore('from')
  to?: string;

  /**
   * `false` finds events without any date, `true` those with one.
   * @example true
   */
  @IsOptional()
  @IsYesOrNo()
  dated?: boolean;

  /**
   * Only events that take place in this place or anything inside it: their own place, that of a leg or of an item of their
   * agenda, or the city that receives them.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only events to which a delegation comes from this place or anything inside it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  origin?: string;

  /**
   * Only events that are about this topic, or of which an item of the agenda is.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only events to which this organization, a unit of it or one that it has succeeded is party: it takes part, hosts an
   * item of the agenda, or is represented in a delegation.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only events to which this person is party: as a participant or a member of a delegation.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * Only events to which this delegation is party: it comes, or takes part.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('delegation')
  delegation?: string;

  /**
   * Only events that are editions of this series.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('forum series')
  series?: string;

  /**
   * Only events that are part of this event.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('event')
  parent?: string;

  /**
   * Only events that this colleague looks after.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('actor')
  responsible?: string;

  /**
   * Only events at which people meet in this way.
   * @example "online"
   */
  @IsOptional()
  @IsOneOf(MODES)
  mode?: Mode;

  /**
   * The order of the list: by last day (latest first, undated last; or earliest first), by name, by change.
   * @example "-date"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}

/** Which events to list, of both kinds. */
export class AnyEventQuery extends EventQuery {
  /**
   * Only visits or only forums.
   * @example "forum"
   */
  @IsOptional()
  @IsOneOf(EVENT_KINDS)
  kind?: EventKind;
}
