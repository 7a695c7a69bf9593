import { IdOrNameOf, IgnoresForeignParameters, IsDay, IsLanguage, IsNotBefore, IsOneOf } from '#platform';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

const CANCELLED = ['visible'] as const;

/** How a calendar is to be written. Parameters that it does not know are passed over. */
@IgnoresForeignParameters()
export class FileQuery {
  /**
   * The language to show names and texts in (BCP 47), for subscriptions whose reader sends no `Accept-Language`.
   * @example "it"
   */
  @IsOptional()
  @IsLanguage()
  language?: string;

  /**
   * `visible` keeps in sight what was cancelled: with a marked title and not as CANCELLED, which Google would hide.
   * @example "visible"
   */
  @IsOptional()
  @IsOneOf(CANCELLED)
  cancelled?: (typeof CANCELLED)[number];
}

/** How the calendar of one event is to be written. */
export class EventFileQuery extends FileQuery {
  /**
   * Whether to show the agenda that is worked on, and not the version published last; needs a token.
   * @example true
   */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'must be true or false' })
  draft?: boolean;
}

/** Which forums a feed holds. */
export class FeedQuery extends FileQuery {
  /**
   * Only forums that are editions of this series.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('forum series')
  series?: string;

  /**
   * Only forums in this place or anything inside it: their own place or that of a leg.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only forums with this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only forums that last until this day or longer. Without `from` and `to`, the feed covers the last 90 days and the next two years.
   * @example "2018-07-01"
   */
  @IsOptional()
  @IsDay()
  from?: string;

  /**
   * Only forums that begin on this day or before. Without `from` and `to`, the feed covers the last 90 days and the next two years.
   * @example "2018-07-31"
   */
  @IsOptional()
  @IsDay()
  @IsNotBefore('from')
  to?: string;
}
