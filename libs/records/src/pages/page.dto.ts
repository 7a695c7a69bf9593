import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** One page of a list of `item`. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
  isMore?: boolean;
}

/** The class of a page of `item`, for the documentation of its route. */
export function PageOf<T>(item: Type<T>): Type<Page<T>> {
  class PageView implements Page<T> {
    @ApiProperty({ type: [item], description: 'The records of this page.' })
    items: T[];

    @ApiProperty({
      type: String,
      nullable: true,
      description: 'Give it as `cursor` to read on; null on the last page.',
      example: 'ZmM1YTg3…',
    })
    nextCursor: string | null;

    @ApiProperty({
      type: 'integer',
      required: false,
      description: 'How many there are in all, where `count=true` asked for it.',
      example: 2,
    })
    total?: number;

    @ApiProperty({
      type: Boolean,
      required: false,
      description:
        'True where a part of a word that `q` asks for is in so many words that only the commonest two hundred were asked for, so that there may be more; not there otherwise.',
      example: true,
    })
    isMore?: boolean;
  }
  return PageView;
}
