import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { VERIFICATIONS, type Verification } from '#vocabulary';

/** What there is of one kind: its first records, and how many were found. */
export interface BriefingPart<T> {
  count: number;
  more: boolean;
  items: T[];
}

/** The class of a part of a briefing, for the documentation of its route. */
export function PartOf<T>(item: Type<T>): Type<BriefingPart<T>> {
  class PartView implements BriefingPart<T> {
    @ApiProperty({ type: 'integer', description: 'How many were found.', example: 12 })
    count: number;

    @ApiProperty({
      description: 'Whether there may be more: no more than 200 records of a kind are looked at.',
      example: false,
    })
    more: boolean;

    @ApiProperty({ type: [item], description: 'The newest or most important of them.' })
    items: T[];
  }
  return PartView;
}

/** How far something can be relied on. */
export class Doubtful {
  /**
   * How far it can be relied on, as it says itself or else as the weakest of its citations does; null where nothing is
   * said.
   * @example "reported"
   */
  @ApiProperty({ enum: [...VERIFICATIONS, null], nullable: true })
  verification: Verification | null;

  /**
   * Whether sources contradict it or each other.
   * @example false
   */
  disputed: boolean;
}
