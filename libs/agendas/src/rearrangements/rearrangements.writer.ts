import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#events';
import type { Caller, Transaction } from '#platform';
import { Records } from '#records';
import { RECORD_PROBLEMS, type FieldError, Refusal, assertValid } from '#refusals';
import { In } from 'typeorm';
import { AgendaItem } from '../items/agenda-item.entity.js';
import { reschedules, saysWhere, timesOf, withInstants } from '../items/item-rows.js';
import { legErrors, timeErrors } from '../items/agenda-item.rules.js';
import { findZones } from '../items/item-zones.js';
import { rearrangementErrors, staleErrors } from './rearrangement.rules.js';
import type { AgendaMove } from './rearrangements.dto.js';

/** Rearranges many items of one agenda at once. */
@Injectable()
export class RearrangementsWriter {
  constructor(private readonly records: Records) {}

  /**
   * Rearranges items of the agenda of a locked event in one statement, so that two of them can swap their rooms.
   * @throws Refusal `request.invalid` naming every field at fault, `record.stale` naming every item that has changed
   */
  async rearrange(
    tx: Transaction,
    event: RecordedEvent,
    wishes: readonly AgendaMove[],
    caller: Caller,
  ): Promise<void> {
    const ids = wishes.map(({ id }) => id);
    const found = await tx.find(AgendaItem, {
      where: { id: In(ids), eventId: event.id },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const byId = new Map(found.filter(({ archivedAt }) => !archivedAt).map((item) => [item.id, item]));
    assertValid(rearrangementErrors(wishes, new Set(byId.keys())));
    const items = ids.map((id) => byId.get(id)!);
    refuseStale(staleErrors(wishes, items));
    const changed = await this.applyWishes(tx, event, wishes, items);
    await this.writeRows(tx, changed, caller);
  }

  private async applyWishes(
    tx: Transaction,
    event: RecordedEvent,
    wishes: readonly AgendaMove[],
    items: readonly AgendaItem[],
  ): Promise<AgendaItem[]> {
    const placed = wishes.map((wish, at) => ({ ...items[at]!, ...given(wish) }));
    const zones = await findZones(tx, event, placed);
    const changed = wishes.map((wish, at) => rearranged(items[at]!, wish, zones[at]!));
    assertValid(
      changed.flatMap((item, at) => [
        ...legErrors(item.legId, event.legs).map((error) => within(at, error)),
        ...timeErrors(timesOf(item), item.timeZone, `/items/${at}`),
      ]),
    );
    return changed;
  }

  private async writeRows(tx: Transaction, items: readonly AgendaItem[], caller: Caller): Promise<void> {
    const { updatedAt, updatedById } = this.records.stamp(caller);
    const rows = items.map((item) => ({
      id: item.id,
      position: item.position,
      starts_at: item.startsAt,
      ends_at: item.endsAt,
      time_zone: item.timeZone,
      on_date: item.onDate,
      day_part: item.dayPart,
      leg_id: item.legId,
      place_id: item.placeId,
      sequence: item.sequence,
    }));
    await tx.query(
      `update agenda_items i set position = r.position, starts_at = r.starts_at, ends_at = r.ends_at,
         time_zone = r.time_zone, on_date = r.on_date, day_part = r.day_part, leg_id = r.leg_id, place_id = r.place_id, sequence = r.sequence,
         version = i.version + 1, updated_at = $2, updated_by_id = $3
       from json_populate_recordset(null::public.agenda_items, $1) r where i.id = r.id`,
      [JSON.stringify(rows), updatedAt, updatedById],
    );
  }
}

/** What a wish says of the columns of an item. */
function given({ id: _id, version: _version, on, ...wish }: AgendaMove): object {
  const fields = { ...wish, ...(on === undefined ? {} : { onDate: on }) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function rearranged(item: AgendaItem, wish: AgendaMove, zone: string | null): AgendaItem {
  const fields = given(wish);
  const changes = withInstants({ ...fields, ...(saysWhere(fields) ? { timeZone: zone } : {}) });
  return { ...item, ...changes, sequence: item.sequence + (reschedules(item, changes) ? 1 : 0) };
}

function within(at: number, error: FieldError): FieldError {
  return { ...error, pointer: `/items/${at}${error.pointer}` };
}

function refuseStale(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  throw new Refusal(
    RECORD_PROBLEMS['record.stale'],
    `${errors.length} of the items have been changed by somebody else; read them again and repeat your change.`,
    { errors: errors.slice(0, 100) },
  );
}
