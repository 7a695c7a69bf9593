import { Inject, Injectable } from '@nestjs/common';
import { isOrganization, isWithin } from '#directory';
import { Concerns, type IdsBy, type Way, idsBy } from '#events';
import { type Sql, sql } from '#platform';

/** How items of agendas concern those who take part in them, as participants tell it. */
export const ITEMS_BY_PARTICIPANT = Symbol('ITEMS_BY_PARTICIPANT');

const items = sql`visible_agenda_items(:caller) i`;

/**
 * The id of the place where an item is: its own or that of its leg, or else of its event.
 * @param placeOfEvent where that is, as far as the caller sees the event unless told otherwise
 */
export function placeOfItem(
  item: Sql,
  placeOfEvent = sql`(select v.place_id from visible_events(:caller) v where v.id = ${item}.event_id)`,
): Sql {
  return sql`coalesce(${item}.place_id, (select l.place_id from event_legs l where l.id = ${item}.leg_id), ${placeOfEvent})`;
}

/**
 * Whether an item is in a place or in anything inside it. The database notes the places of events with those of what is in
 * use of their agendas: so the items of a place can be reached from it, or along another index, whatever there are fewer of.
 */
export function isItemAt(item: Sql, place: Sql, placeOfEvent?: Sql): Sql {
  return sql`${item}.event_id in (select w.event_id from event_places w where w.place_id = ${place})
    and ${isWithin(placeOfItem(item, placeOfEvent), place)}`;
}

const OWN: IdsBy = {
  place: (asked) => sql`select i.id from ${items} where ${isItemAt(sql`i`, asked)}`,
  topic: (asked) => sql`select t.item_id from agenda_item_topics t where t.topic_id = ${asked}`,
  organization: (asked) =>
    sql`select h.item_id from agenda_item_hosts h where ${isOrganization(sql`h.organization_id`, asked)}`,
};

/** Every way in which an item of an agenda concerns something itself. */
@Injectable()
export class ItemConcerns extends Concerns {
  private readonly tellings: readonly IdsBy[];

  constructor(@Inject(ITEMS_BY_PARTICIPANT) byParticipant: IdsBy) {
    super();
    this.tellings = [OWN, byParticipant];
  }

  override by(way: Way, asked?: Sql): Sql {
    return idsBy(this.tellings, way, asked);
  }
}
