import { IsPartialDate, IsYesOrNo, MayBeAbsent, MayBeNull } from '#platform';
import { ListQuery, RecordInput } from '#records';
import { IsBoolean } from 'class-validator';

/** From when and until when a position or relation holds, as far as that is known. */
export class TenureDto extends RecordInput {
  /** When it began, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2016-05')
  since?: string | null;

  /** When it ended, as far as that is known; null while it lasts, or where that is not known: then `ended` tells. */
  @MayBeNull()
  @IsPartialDate('2018')
  until?: string | null;

  /**
   * Whether it has ended, where nobody knows when: a former rector. One whose `until` has passed has ended without it.
   * @example false
   */
  @MayBeAbsent()
  @IsBoolean({ message: 'must be true or false' })
  ended?: boolean;
}

/** Which of the positions or relations of something to list. */
export class TenureQuery extends ListQuery {
  /**
   * `false` finds those that last, `true` those that have ended.
   * @example false
   */
  @MayBeAbsent()
  @IsYesOrNo()
  ended?: boolean;
}
