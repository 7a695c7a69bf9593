import { ApiProperty } from '@nestjs/swagger';
import { EventQuery } from '#events';
import { IsOneOf, MayBeAbsent } from '#platform';
import { FORMATS, FORUM_STATUSES, type Format, type ForumStatus } from './forum.rules.js';

/** Which forums to list. */
export class ForumQuery extends EventQuery {
  /** Only forums in one of these statuses; repeat the parameter for several. */
  @ApiProperty({ enum: FORUM_STATUSES, isArray: true, example: ['scheduled', 'confirmed'] })
  @IsOneOf(FORUM_STATUSES, { each: true })
  override status?: ForumStatus[];

  /**
   * Only forums of this form.
   * @example "summit"
   */
  @MayBeAbsent()
  @IsOneOf(FORMATS)
  format?: Format;
}
