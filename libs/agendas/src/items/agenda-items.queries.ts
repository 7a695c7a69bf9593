import { Inject, Injectable } from '@nestjs/common';
import { eventReference } from '#events';
import { type Caller, type Json, type Sql, object, sql } from '#platform';
import { Kinds, type ListDefinition, Lists, type Sort } from '#records';
import { AGENDA_ITEM } from './agenda-item.record.js';
import type { AnyAgendaItemPage, AnyAgendaItemQuery } from './agenda-query.dto.js';
import { firstDay, itemBegins, lastDay, listedItemFields } from './agenda.fragments.js';
import { itemFilters } from './agendas.queries.js';
import { ItemConcerns } from './item-concerns.js';
import { ITEM_PARTICIPANTS, type ItemParticipants } from './item-participants.js';

const begins = itemBegins(sql`e`);
const byTime: Sort = { key: begins, type: sql`timestamptz`, id: sql`e.id` };

function startOf(day: Sql): Sql {
  return sql`((${day})::timestamp at time zone 'UTC')`;
}

/** As in the condition of the index `agenda_items_long`. */
const isLong = sql`(e.ends_at - e.starts_at > interval '14 days' or e.on_date_latest > e.on_date_earliest + 14)`;

/**
 * What lasts until a day or longer began not long before it, or is one of the few items that last longer. No zone is
 * further than 15 hours from UTC.
 */
function sharesOf({ from, sort }: AnyAgendaItemQuery): Sql[] | undefined {
  if (from === undefined || sort === '-updated') return undefined;
  const shortBefore = startOf(sql`:from::date - 16`);
  return [sql`${begins} >= ${shortBefore}`, sql`${begins} < ${shortBefore} and ${isLong}`];
}

/** Reads the items of all agendas together. */
@Injectable()
export class AgendaItemQueries {
  private readonly items: ListDefinition<AnyAgendaItemQuery>;

  constructor(
    private readonly lists: Lists,
    kinds: Kinds,
    concerns: ItemConcerns,
    @Inject(ITEM_PARTICIPANTS) participantsOf: ItemParticipants,
  ) {
    this.items = {
      name: 'agenda-items',
      from: sql`visible_agenda_items(:caller) e`,
      changedSince: () => kinds.changedSince(AGENDA_ITEM),
      item: object({ ...listedItemFields(participantsOf), event: eventReference(sql`e.event_id`) }),
      filters: {
        ...itemFilters(concerns),
        from: sql`coalesce(${lastDay(sql`e`)}, e.on_date_latest) >= :from::date`,
        to: sql`coalesce(${firstDay(sql`e`)}, e.on_date_earliest) <= :to::date and ${begins} < ${startOf(sql`:to::date + 2`)}`,
      },
      sorts: {
        time: byTime,
        '-time': { ...byTime, descending: true },
        '-updated': { key: sql`e.updated_at`, type: sql`timestamptz`, id: sql`e.id`, descending: true },
      },
      adapt: (query) => ({
        shares: sharesOf(query),
        ...(query.archived ? {} : { filters: { place: concerns.filters().place } }),
      }),
    };
  }

  /** A page of the items of all agendas, by time. */
  list(query: AnyAgendaItemQuery, caller: Caller): Promise<Json<AnyAgendaItemPage>> {
    return this.lists.read(this.items, query, caller);
  }
}
