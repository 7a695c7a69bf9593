import { ListQuery, PageOf } from '#platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  AUDIENCES,
  type Audience,
  ITEM_KINDS,
  ITEM_STATUSES,
  type ItemKind,
  type ItemStatus,
} from './agenda.rules.js';
import { AgendaItemItem } from './agendas.dto.js';

/** One page of an agenda. */
export class AgendaItemPage extends PageOf(AgendaItemItem) {}

/** Which items of an agenda to list. */
export class AgendaItemQuery extends ListQuery {
  /**
   * Only items of this kind.
   * @example "meeting"
   */
  @IsOptional()
  @IsIn(ITEM_KINDS, { message: `must be one of ${ITEM_KINDS.join(', ')}` })
  kind?: ItemKind;

  /**
   * Only items in this status.
   * @example "confirmed"
   */
  @IsOptional()
  @IsIn(ITEM_STATUSES, { message: `must be one of ${ITEM_STATUSES.join(', ')}` })
  status?: ItemStatus;

  /**
   * Only items for this audience.
   * @example "public"
   */
  @IsOptional()
  @IsIn(AUDIENCES, { message: `must be one of ${AUDIENCES.join(', ')}` })
  audience?: Audience;

  /**
   * Only items of this leg.
   * @example "019a8f3e-4c00-7000-8000-000000000003"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of a leg' })
  leg?: string;

  /**
   * Only parts of this item.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of an agenda item' })
  parent?: string;

  /**
   * Only items in this place or anything inside it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of a place' })
  place?: string;

  /**
   * Only items that this organization hosts.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of an organization' })
  organization?: string;

  /**
   * Only items with this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of a topic' })
  topic?: string;
}
