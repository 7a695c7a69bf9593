import { IgnoresForeignParameters, IsDay, IsNotBefore } from '#platform';
import { IsOptional } from 'class-validator';

/** Which days to tell of. Parameters that it does not know are passed over. */
@IgnoresForeignParameters()
export class FreeBusyQuery {
  /**
   * The first day, at the place; today unless said otherwise.
   * @example "2018-07-12"
   */
  @IsOptional()
  @IsDay()
  from?: string;

  /**
   * The last day, at the place; 60 days after the first unless said otherwise, and at most 366 in all.
   * @example "2018-07-31"
   */
  @IsOptional()
  @IsDay()
  @IsNotBefore('from')
  to?: string;
}
