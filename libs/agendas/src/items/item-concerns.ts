import { Inject, Injectable } from '@nestjs/common';
import { isOrganization, isWithin } from '#directory';
import { Concerns, type IdsBy, type Way, idsBy } from '#events';
import { type Sql, sql } from '#platform';

/** How items of agendas concern those who take part in them, as participants tell it. */
export const ITEMS_BY_PARTICIPANT = Symbol('ITEMS_BY_PARTICIPANT');

const items = sql`visible_agenda_items(:caller) i`;

// An item without a place is where its leg is, or else its event. Those are found by what the database notes of events,
// which also says where legs and items are.
const OWN: IdsBy = {
  place: (asked) => sql`select i.id from ${items} where ${isWithin(sql`i.place_id`, asked)}
    union all
    select i.id from event_places w join event_legs l on l.event_id = w.event_id
    join ${items} on i.event_id = w.event_id and i.leg_id = l.id and i.place_id is null
    where w.place_id = ${asked} and ${isWithin(sql`l.place_id`, asked)}
    union all
    select i.id from event_places w join visible_events(:caller) v on v.id = w.event_id
    join ${items} on i.event_id = w.event_id and i.place_id is null
    where w.place_id = ${asked} and ${isWithin(sql`v.place_id`, asked)}
      and not exists (select from event_legs l where l.id = i.leg_id and l.place_id is not null)`,
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
