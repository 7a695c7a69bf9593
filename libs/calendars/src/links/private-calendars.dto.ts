import { IgnoresForeignParameters, IsOneOf } from '#platform';
import { IsOptional } from 'class-validator';

const FORMS = ['events'] as const;

/** How a private calendar is to be written. Parameters that it does not know are passed over. */
@IgnoresForeignParameters()
export class PrivateCalendarQuery {
  /**
   * `events` makes what is to be done entries over the day on which it is due, for programs that know no tasks.
   * @example "events"
   */
  @IsOptional()
  @IsOneOf(FORMS)
  as?: (typeof FORMS)[number];
}
