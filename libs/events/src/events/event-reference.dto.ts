import { ReferenceView } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { EVENT_KINDS, type EventKind } from './event.rules.js';

/** An event that is referred to, with when it is and where it stands. */
export class EventReferenceView extends ReferenceView {
  /**
   * Whether it is a visit or a forum, as its address says.
   * @example "visit"
   */
  @ApiProperty({ enum: EVENT_KINDS })
  kind: EventKind;

  /**
   * Its first day, as far as it is known.
   * @example "2018-07-12"
   */
  starts: string | null;

  /**
   * Its last day, as far as it is known.
   * @example "2018-07-13"
   */
  ends: string | null;

  /**
   * Where it stands in its lifecycle.
   * @example "confirmed"
   */
  status: string;
}
