import { IdOf, IdOrNameOf, IsDay, IsNotBefore, IsOneOf } from '#platform';
import { ListQuery, PageOf } from '#records';
import { IsOptional } from 'class-validator';
import { AgendaItemItem, AnyAgendaItemItem } from './agenda-view.dto.js';
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

/** One page of the items of all agendas. */
export class AnyAgendaItemPage extends PageOf(AnyAgendaItemItem) {}

/** What every list of agenda items can be filtered by. */
export class ItemQuery extends ListQuery {
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
   * Only items that take place in this place or anything inside it; one without a place is where its leg is, or else its
   * event.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  place?: string;

  /**
   * Only items in which a delegation takes part that comes from this place or anything inside it.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('place')
  origin?: string;

  /**
   * Only items that are about this topic.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('topic')
  topic?: string;

  /**
   * Only items to which this organization, a unit of it or one that it has succeeded is party: it hosts or takes part.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;

  /**
   * Only items to which this person is party: by themselves or with their delegation.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('person')
  person?: string;

  /**
   * Only items to which this delegation is party: it takes part.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('delegation')
  delegation?: string;
}

/** Which items of an agenda to list. */
export class AgendaItemQuery extends ItemQuery {
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
}

const SORTS = ['time', '-time', '-updated'] as const;

/** Which items of all agendas to list. */
export class AnyAgendaItemQuery extends ItemQuery {
  /**
   * Only items that may last until this day or longer, at their place.
   * @example "2018-07-01"
   */
  @IsOptional()
  @IsDay()
  from?: string;

  /**
   * Only items that may begin on this day or before, at their place.
   * @example "2018-07-31"
   */
  @IsOptional()
  @IsDay()
  @IsNotBefore('from')
  to?: string;

  /**
   * The order of the list: by when they begin (next first or latest first; undated last or first), or by change.
   * @example "time"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
