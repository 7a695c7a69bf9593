import { IdOrNameOf, IsOneOf } from '#platform';
import { IsOptional } from 'class-validator';
import { DirectoryQuery } from '../directory-query.dto.js';
import { ORGANIZATION_KINDS, type OrganizationKind } from './organizations.dto.js';

/** Which organizations to list. */
export class OrganizationQuery extends DirectoryQuery {
  /**
   * Only organizations of this kind.
   * @example "university"
   */
  @IsOptional()
  @IsOneOf(ORGANIZATION_KINDS)
  kind?: OrganizationKind;

  /**
   * Only organizations directly under this one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  parent?: string;

  /**
   * Only organizations with their seat in this place, or anywhere inside it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only organizations that are present in this place or anywhere inside it today: their seat is there, or a relation
   * `present_in` that has not ended leads there.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  presentIn?: string;

  /**
   * Only organizations that work on this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;
}
