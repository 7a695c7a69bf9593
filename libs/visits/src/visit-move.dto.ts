import { ApiProperty } from '@nestjs/swagger';
import { MoveEvent } from '#events';
import { MayBeAbsent } from '#platform';
import { IsBoolean } from 'class-validator';

/** A move of a visit to another status. */
export class MoveVisit extends MoveEvent {
  /**
   * Where the visit is completed: whether what is still unsettled is taken along, as far as it is ready. Items of the
   * agenda were held then, and delegations have departed.
   * @example true
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  settle?: boolean;
}

const UNSETTLED_KINDS = ['agenda_item', 'delegation'] as const;

/** What nobody has said yet what became of, though the visit is over. */
export class UnsettledView {
  /**
   * Whether it is an item of the agenda or a delegation.
   * @example "agenda_item"
   */
  @ApiProperty({ enum: UNSETTLED_KINDS })
  kind: (typeof UNSETTLED_KINDS)[number];

  /**
   * Its id.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * Its title or its name, chosen by `Accept-Language`.
   * @example "Welcome at Città della Scienza"
   */
  name: string;

  /**
   * The status that it still has.
   * @example "proposed"
   */
  status: string;
}
