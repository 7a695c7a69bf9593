import { Injectable } from '@nestjs/common';
import type { PlaceZones } from '#directory';
import { EventWriter } from '#events';
import { type Caller, type Transaction, runOften } from '#platform';
import { In } from 'typeorm';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendaWriter } from './agendas.writer.js';
import { timesAfter } from './item-time.rules.js';

/** Items that would derive another zone now; one that nothing gives a zone any more keeps it. */
const STALE = `
  select i.id, d.zone from agenda_items i join events e on e.id = i.event_id left join event_legs l on l.id = i.leg_id
    cross join lateral (
      select coalesce(public.zone_of_place(i.place_id), public.zone_of_place(l.place_id), e.time_zone) as zone) d
  where i.event_id = any ($1) and d.zone <> coalesce(i.time_zone, '')`;

/** Events of which something takes place in a place, or in what is inside it. */
const CONCERNED = `
  select p.event_id as id from event_places p where p.place_id = $1
  union
  select i.event_id from public.places_within($1) w join agenda_items i on i.place_id = w.id`;

/** Has items follow the zone of what they derive it from. */
@Injectable()
export class ItemZonesWriter implements PlaceZones {
  constructor(
    private readonly agendas: AgendaWriter,
    private readonly events: EventWriter,
  ) {}

  /** Has events and their items follow the zone of a place. */
  async follow(tx: Transaction, placeId: string, caller: Caller): Promise<void> {
    const { rows } = await runOften<{ id: string }>(tx, CONCERNED, [placeId]);
    const ids = rows.map(({ id }) => id);
    await this.events.followPlaces(tx, ids, caller);
    await this.followEvents(tx, ids, caller);
  }

  /** Gives the items of events the zone that they derive now: what clocks show stays, and the instants move. */
  async followEvents(tx: Transaction, eventIds: readonly string[], caller: Caller): Promise<void> {
    const { rows } = await runOften<{ id: string; zone: string }>(tx, STALE, [eventIds]);
    if (rows.length === 0) return;
    const zones = new Map(rows.map(({ id, zone }) => [id, zone]));
    const items = await tx.find(AgendaItem, {
      where: { id: In([...zones.keys()]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const moved = items.map((item) => ({
      ...item,
      ...timesAfter(item, {}, zones.get(item.id)!),
      sequence: item.sequence + (item.startsAt ? 1 : 0),
    }));
    await this.agendas.updateAll(tx, moved, caller);
  }
}
