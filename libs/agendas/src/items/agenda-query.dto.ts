import { IdOf, IsOneOf } from '#platform';
import { ListQuery, PageOf } from '#records';
import { IsOptional } from 'class-validator';
import { AgendaItemItem } from './agenda-view.dto.js';
import {
  AUDIENCES,
  type Audience,
  ITEM_KINDS,
  ITEM_STATUSES,
  type ItemKind,
  type ItemStatus,
} from './agenda-item.rules.js';

/** One page of an agenda. */
export class AgendaItemPage extends PageOf(AgendaItemItem) {}

/** Which items of an agenda to list. */
export class AgendaItemQuery extends ListQuery {
  /**
   * Only items of this kind.
   * @example "meeting"
   */
  @IsOptional()
  @IsOneOf(ITEM_KINDS)
  kind?: ItemKind;

  /**
   * Only items in this status.
   * @example "confirmed"
   */
  @IsOptional()
  @IsOneOf(ITEM_STATUSES)
  status?: ItemStatus;

  /**
   * Only items for this audience.
   * @example "public"
   */
  @IsOptional()
  @IsOneOf(AUDIENCES)
  audience?: Audience;

  /**
   * Only items of this leg.
   * @example "019a8f3e-4c00-7000-8000-000000000003"
   */
  @IsOptional()
  @IdOf('leg')
  leg?: string;

  /**
   * Only parts of this item.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('agenda item')
  parent?: string;

  /**
   * Only items in this place or anything inside it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('place')
  place?: string;

  /**
   * Only items that this organization hosts.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('organization')
  organization?: string;

  /**
   * Only items with this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('topic')
  topic?: string;
}
