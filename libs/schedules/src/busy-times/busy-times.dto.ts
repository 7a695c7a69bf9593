import { ApiExtraModels, ApiProperty, OmitType, getSchemaPath } from '@nestjs/swagger';
import { AgendaItemReference, BusyView, type DayPart, type ItemKind, type ItemStatus } from '#agendas';
import { EventReferenceView } from '#events';
import { IsDay, IsNotBefore, ReferenceView } from '#platform';
import { ListQuery, PageOf } from '#records';

/** An item that somebody takes part in, or that takes place somewhere. */
export class BusyTimeView extends AgendaItemReference {
  /**
   * What kind of item it is.
   * @example "meeting"
   */
  kind: ItemKind;

  /**
   * Where it stands; what was cancelled or not held takes no time.
   * @example "confirmed"
   */
  status: ItemStatus;

  /** The event whose agenda it is on. */
  event: EventReferenceView;

  /** Where it takes place. */
  place: ReferenceView | null;

  /**
   * When it starts, in the local time of its place.
   * @example "2018-07-12T09:30:00+02:00"
   */
  startsAt: string | null;

  /**
   * When it ends, in the local time of its place.
   * @example "2018-07-12T11:00:00+02:00"
   */
  endsAt: string | null;

  /**
   * The date as far as it is known, where the time is not.
   * @example "2018-07-12"
   */
  on: string | null;

  /**
   * The part of the day, where the time is not known; it orders the items of a day.
   * @example "afternoon"
   */
  dayPart: DayPart | null;

  /**
   * The time zone of its place.
   * @example "Europe/Rome"
   */
  timeZone: string | null;
}

/** One page of a schedule, in the order of time. */
@ApiExtraModels(BusyTimeView, BusyView)
export class SchedulePage extends PageOf<BusyTimeView | BusyView>(BusyTimeView) {
  @ApiProperty({
    type: 'array',
    description: 'The items of this page; of what the caller may not see only the time is told.',
    items: { oneOf: [{ $ref: getSchemaPath(BusyTimeView) }, { $ref: getSchemaPath(BusyView) }] },
  })
  override items: (BusyTimeView | BusyView)[];
}

/** Which days of a schedule to list. */
export class ScheduleQuery extends OmitType(ListQuery, ['fields']) {
  /**
   * The first day, where each item takes place.
   * @example "2018-07-12"
   */
  @IsDay()
  from: string;

  /**
   * The last day, where each item takes place; at most 366 days in all.
   * @example "2018-07-13"
   */
  @IsDay()
  @IsNotBefore('from')
  to: string;
}
