import { Injectable } from '@nestjs/common';
import { type EventAt, assertVisible } from '#events';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type ListDefinition,
  Lists,
  type Transaction,
  type TransitionsView,
  callerValues,
  describeMoves,
  lazily,
  list,
  object,
  shownText,
  sql,
  statement,
  statusHistory,
  unknownRecord,
} from '#platform';
import type { AgendaItemPage, AgendaItemQuery } from './agenda-query.dto.js';
import { agendaItemCore, agendaItemFields } from './agenda.fragments.js';
import { type ItemStatus, itemLifecycle } from './agenda.rules.js';
import { itemConflicts } from './item-conflicts.js';
import type { SingleAgendaItemView } from './agendas.dto.js';
import type { MovedAgendaView } from './moves.dto.js';

/** One item of the agenda of an event at its own address, as row `i`. */
export const oneItemRow = sql`from visible_agenda_items(:caller) i join visible_events(:caller) own on own.id = i.event_id
  where i.id = :id and own.id = :eventId and own.kind = :kind and (:archived or i.archived_at is null)`;

const oneItem = lazily(() => {
  const conflicts = itemConflicts(sql`select i.id`);
  const item = object({ ...agendaItemFields, conflicts, statusHistory: statusHistory(sql`i.id`) });
  return statement('agenda-item', sql`select i.version, ${item} ${oneItemRow}`);
});

const movedItems = lazily(() => {
  const moved = sql`visible_agenda_items(:caller) i where i.id = any (:ids::uuid[])`;
  const items = list(object(agendaItemFields), moved, sql`i.position, i.id`);
  const conflicts = itemConflicts(sql`select unnest(:ids::uuid[])`);
  return statement('agenda-moved', sql`select ${object({ items, conflicts })}`);
});

const standing = statement('agenda-item-standing', sql`select to_json(i.status) ${oneItemRow}`);

const agenda: ListDefinition<AgendaItemQuery> = {
  name: 'agenda',
  from: sql`visible_agenda_items(:caller) e join visible_events(:caller) own on own.id = e.event_id`,
  item: object({
    ...agendaItemCore(sql`e`),
    title: shownText(sql`e.title`),
    abstract: shownText(sql`e.abstract`),
  }),
  where: sql`own.id = :eventId and own.kind = :eventKind`,
  filters: {
    kind: sql`e.kind = :kind`,
    status: sql`e.status = :status`,
    audience: sql`e.audience = :audience`,
    leg: sql`e.leg_id = :leg`,
    parent: sql`e.parent_id = :parent`,
    place: sql`e.place_id in (select within.id from public.places_within(:place) within)`,
    organization: sql`e.id in (select h.item_id from agenda_item_hosts h where h.organization_id = :organization)`,
    topic: sql`e.id in (select t.item_id from agenda_item_topics t where t.topic_id = :topic)`,
  },
  sorts: { position: { key: sql`e.position`, type: sql`integer`, id: sql`e.id` } },
};

/** Reads agendas. */
@Injectable()
export class AgendaQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One item of the agenda of an event; unknown where there is none for this caller. */
  async read(id: string, at: EventAt, caller: Caller, tx?: Transaction): Promise<Json<SingleAgendaItemView>> {
    const item = await this.database.readRecord<SingleAgendaItemView>(oneItem(), caller, { id, ...at }, tx);
    if (!item) throw unknownRecord('item');
    return item;
  }

  /** Items that were just moved, in order, and what stands against them. */
  async readMoved(ids: readonly string[], caller: Caller, tx: Transaction): Promise<Json<MovedAgendaView>> {
    const [text] = (await this.database.readRow(movedItems(), { ...callerValues(caller), ids }, tx))!;
    return new JsonText(text!).as<MovedAgendaView>();
  }

  /** A page of the agenda of an event. */
  async list(at: EventAt, query: AgendaItemQuery, caller: Caller): Promise<Json<AgendaItemPage>> {
    await assertVisible(this.database, at, caller);
    return this.lists.read(agenda, query, caller, { eventId: at.eventId, eventKind: at.kind });
  }

  /** Where an item stands, and the moves open to it. */
  async readTransitions(id: string, at: EventAt, caller: Caller): Promise<TransitionsView> {
    const status = await this.database.readValue<ItemStatus>(standing, caller, { id, ...at });
    if (!status) throw unknownRecord('item');
    return describeMoves(itemLifecycle, status);
  }
}
