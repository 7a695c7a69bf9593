import { Inject, Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#events';
import { type Caller, type Transaction, callerValues, insertAll, sql } from '#platform';
import {
  CITED_RECORDS,
  type CitedRecords,
  Records,
  lockRecord,
  mergeShown,
  noteStatus,
  replacedLinks,
  singleMoves,
  stepOf,
} from '#records';
import { type FieldError, assertValid } from '#refusals';
import type { CreateAgendaItem, EventAgendaItem, PatchAgendaItem } from './agenda-input.dto.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AGENDA_ITEM } from './agenda-item.record.js';
import { isUnsettled } from './agenda.fragments.js';
import {
  MOVED,
  type StampedItem,
  linksOf,
  positionsAfter,
  reschedules,
  saysWhere,
  timesOf,
  toMovedRow,
  toRow,
} from './item-rows.js';
import { indexErrors, legErrors, timeErrors } from './agenda-item.rules.js';
import { timesAfter } from './item-time.rules.js';
import { findZones } from './item-zones.js';

/** Writes the items of agendas, however many, in one statement per table. */
@Injectable()
export class AgendaWriter {
  constructor(
    private readonly records: Records,
    @Inject(CITED_RECORDS) private readonly cited: CitedRecords,
  ) {}

  /**
   * Inserts the agenda of an event that was just recorded.
   * @param found what is wrong elsewhere in the same request, to be told together
   * @returns the ids of the items, in the order given
   * @throws Refusal `request.invalid` with pointers under `/agenda`
   */
  async insertAll(
    tx: Transaction,
    event: RecordedEvent,
    items: readonly EventAgendaItem[],
    caller: Caller,
    found: readonly FieldError[] = [],
  ): Promise<string[]> {
    const stamped = this.records.stampAll(items, caller);
    const placed = stamped.map(({ leg, parent, ...item }) => ({
      ...item,
      legId: event.legs[leg ?? -1]?.id ?? null,
      parentId: stamped[parent ?? -1]?.id ?? null,
    }));
    const zones = await findZones(tx, event, placed);
    const timing = placed.flatMap((item, index) => timeErrors(item, zones[index]!, `/agenda/${index}`));
    assertValid([...indexErrors(items, event.legs.length), ...timing, ...found]);
    await this.insertRows(tx, event, placed, zones, -1, caller);
    return stamped.map(({ id }) => id);
  }

  /**
   * Adds an item to the agenda of an event.
   * @returns its id
   */
  async insert(
    tx: Transaction,
    event: RecordedEvent,
    item: CreateAgendaItem,
    caller: Caller,
  ): Promise<string> {
    const [id] = await this.append(tx, event, [item], caller);
    return id!;
  }

  /**
   * Adds items to the agenda of an event: all of them, or none.
   * @returns their ids, in the order given
   */
  async append(
    tx: Transaction,
    event: RecordedEvent,
    items: readonly CreateAgendaItem[],
    caller: Caller,
  ): Promise<string[]> {
    const zones = await findZones(tx, event, items);
    const errors = items.map((item, at) => [
      ...legErrors(item.legId, event.legs),
      ...timeErrors(item, zones[at]!),
    ]);
    assertValid(errors.flat());
    const last = await tx.maximum(AgendaItem, 'position', { eventId: event.id });
    const stamped = this.records.stampAll(items, caller);
    await this.insertRows(tx, event, stamped, zones, last ?? -1, caller);
    return stamped.map(({ id }) => id);
  }

  /** Applies a merge patch to a locked item, and raises its sequence for calendars where it is rescheduled. */
  async patch(
    tx: Transaction,
    event: RecordedEvent,
    item: AgendaItem,
    { hostOrganizationIds, topicIds, startsAt, endsAt, on, ...patch }: PatchAgendaItem,
    caller: Caller,
  ): Promise<void> {
    const [found = null] = await findZones(tx, event, [{ ...item, ...patch }]);
    const zone = found ?? (saysWhere({ ...patch, startsAt }) ? null : item.timeZone);
    const times = timesAfter(item, { startsAt, endsAt, on }, zone);
    const changes = { ...mergeShown(AGENDA_ITEM, item, patch, caller), ...times };
    assertValid([
      ...legErrors(patch.legId, event.legs),
      ...timeErrors(timesOf({ ...item, ...changes }, { startsAt, endsAt }), zone),
    ]);
    const sequence = item.sequence + (reschedules(item, changes) ? 1 : 0);
    const own = ['item_id', item.id] as const;
    await this.records.update(tx, AGENDA_ITEM, item, { ...changes, sequence }, caller, [
      replacedLinks('agenda_item_hosts', own, 'organization_id', [
        'hostOrganizationIds',
        hostOrganizationIds,
      ]),
      replacedLinks('agenda_item_topics', own, 'topic_id', ['topicIds', topicIds]),
    ]);
  }

  /** Writes the time and place of locked items, and where they stand in their agenda, as one version more. */
  async updateAll(tx: Transaction, items: readonly AgendaItem[], caller: Caller): Promise<void> {
    if (items.length === 0) return;
    const { updatedAt, updatedById } = this.records.stamp(caller);
    const rows = items.map(toMovedRow);
    await this.cited.keepSaid(tx, AGENDA_ITEM, rows, { updatedAt, updatedById });
    await tx.query(
      `update agenda_items i set ${MOVED.map((column) => `${column} = r.${column}`).join(', ')},
         version = i.version + 1, updated_at = $2, updated_by_id = $3
       from json_populate_recordset(null::public.agenda_items, $1) r where i.id = r.id`,
      [JSON.stringify(rows), updatedAt, updatedById],
    );
  }

  /** Takes the items of a locked event that are still unsettled to what they have become: they were held. */
  async settle(tx: Transaction, eventId: string, caller: Caller): Promise<void> {
    const ids = await tx.query<{ id: string }[]>(
      `select i.id from visible_agenda_items($2) i where i.event_id = $1 and ${isUnsettled(sql`i`)} order by i.position, i.id`,
      [eventId, callerValues(caller).caller],
    );
    for (const { id } of ids) {
      const item = await lockRecord(tx, AGENDA_ITEM, { eventId, id }, null);
      await this.hold(tx, item, caller);
    }
  }

  /** What is over is confirmed and held in one write: it books no room on the way. */
  private async hold(tx: Transaction, item: AgendaItem, caller: Caller): Promise<void> {
    const moves = singleMoves(AGENDA_ITEM, item.status, { to: 'held' });
    const changes = { status: 'held', sequence: item.sequence + 1 };
    const held = await this.records.update(tx, AGENDA_ITEM, item, changes, caller);
    const before = [item.status, ...moves.map(({ to }) => to)];
    await noteStatus(
      tx,
      moves.map((move, at) => stepOf(held, before[at]!, move)),
    );
  }

  private async insertRows(
    tx: Transaction,
    event: RecordedEvent,
    items: readonly StampedItem[],
    zones: readonly (string | null)[],
    last: number,
    caller: Caller,
  ): Promise<void> {
    const positions = positionsAfter(last, items);
    const rows = items.map((item, index) => toRow(event.id, item, zones[index]!, positions[index]!));
    await this.records.insertAll(tx, AGENDA_ITEM, rows, caller);
    await insertAll(tx, 'agenda_item_hosts', linksOf(items, 'organization_id', 'hostOrganizationIds'));
    await insertAll(tx, 'agenda_item_topics', linksOf(items, 'topic_id', 'topicIds'));
  }
}
