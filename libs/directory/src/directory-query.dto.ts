import { NamedListQuery } from '#records';
import { IsIn, IsOptional } from 'class-validator';

/** What every list of the directory understands. */
export class DirectoryQuery extends NamedListQuery {
  /**
   * The order of the list.
   * @example "name"
   */
  @IsOptional()
  @IsIn(['name', '-updated'], { message: 'must be name or -updated' })
  sort?: 'name' | '-updated';
}
