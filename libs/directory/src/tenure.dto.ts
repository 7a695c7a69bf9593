import { IsPartialDate, MayBeNull } from '#platform';

/** From when and until when a position or relation holds, as far as that is known. */
export class TenureDto {
  /** When it began, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2016-05')
  since?: string | null;

  /** When it ended, as far as that is known; null while it lasts, or where that is not known. */
  @MayBeNull()
  @IsPartialDate('2018')
  until?: string | null;
}
