import { Inject, Injectable } from '@nestjs/common';
import { isOrganization, isWithin } from '#directory';
import { Concerns, type IdsBy, type Way, idsBy } from '#events';
import { type Sql, sql } from '#platform';

/** How items of agendas concern those who take part in them, as participants tell it. */
export const ITEMS_BY_PARTICIPANT = Symbol('ITEMS_BY_PARTICIPANT');

const items = sql`visible_agenda_items(:caller) i`;

/** The id of the place where an item is: its own or that of its leg, or else of its event. */
export function placeOfItem(item: Sql): Sql {
  return sql`coalesce(${item}.place_id, (select l.place_id from event_legs l where l.id = ${item}.leg_id),
    (select v.place_id from visible_events(:caller) v where v.id = ${item}.event_id))`;
}

// The database notes the places of events with those of what is in use of their agendas: so the items of a place can be
// reached from it, or along another index, whatever there are fewer of.
const OWN: IdsBy = {
  place: (asked) => sql`select i.id from event_places w join ${items} on i.event_id = w.event_id
    where w.place_id = ${asked} and ${isWithin(placeOfItem(sql`i`), asked)}`,
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
