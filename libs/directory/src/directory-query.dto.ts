import { IsOneOf } from '#platform';
import { NamedListQuery } from '#records';
import { IsOptional } from 'class-validator';

const SORTS = ['name', '-updated'] as const;

/** What every list of the directory understands. */
export class DirectoryQuery extends NamedListQuery {
  /**
   * The order of the list.
   * @example "name"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
