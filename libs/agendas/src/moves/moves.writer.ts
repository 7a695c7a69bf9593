import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#events';
import type { Caller, Transaction } from '#platform';
import { Records } from '#records';
import { RECORD_PROBLEMS, type FieldError, Refusal, assertValid } from '#refusals';
import { In } from 'typeorm';
import { AgendaItem } from '../items/agenda-item.entity.js';
import { movesItem, saysWhere, timesOf, withInstants } from '../items/item-rows.js';
import { legErrors, timeErrors } from '../items/agenda.rules.js';
import { findZones } from '../items/item-zones.js';
import { moveErrors, staleErrors } from './move.rules.js';
import type { AgendaMove } from './moves.dto.js';

/** Moves many items of one agenda at once. */
@Injectable()
export class MovesWriter {
  constructor(private readonly records: Records) {}

  /**
   * Moves items of the agenda of a locked event in one statement, so that two of them can swap their rooms.
   * @throws Refusal `request.invalid` naming every field at fault, `record.stale` naming every item that has changed
   */
  async moveAll(
    tx: Transaction,
    event: RecordedEvent,
    moves: readonly AgendaMove[],
    caller: Caller,
  ): Promise<void> {
    const ids = moves.map(({ id }) => id);
    const found = await tx.find(AgendaItem, {
      where: { id: In(ids), eventId: event.id },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    const byId = new Map(found.filter(({ archivedAt }) => !archivedAt).map((item) => [item.id, item]));
    assertValid(moveErrors(moves, new Set(byId.keys())));
    const items = ids.map((id) => byId.get(id)!);
    refuseStale(staleErrors(moves, items));
    const changed = await this.applyMoves(tx, event, moves, items);
    await this.writeRows(tx, changed, caller);
  }

  private async applyMoves(
    tx: Transaction,
    event: RecordedEvent,
    moves: readonly AgendaMove[],
    items: readonly AgendaItem[],
  ): Promise<AgendaItem[]> {
    const placed = moves.map((move, at) => ({ ...items[at]!, ...given(move) }));
    const zones = await findZones(tx, event, placed);
    const changed = moves.map((move, at) => moved(items[at]!, move, zones[at]!));
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
      leg_id: item.legId,
      place_id: item.placeId,
      sequence: item.sequence,
    }));
    await tx.query(
      `update agenda_items i set position = r.position, starts_at = r.starts_at, ends_at = r.ends_at,
         time_zone = r.time_zone, on_date = r.on_date, leg_id = r.leg_id, place_id = r.place_id, sequence = r.sequence,
         version = i.version + 1, updated_at = $2, updated_by_id = $3
       from json_populate_recordset(null::public.agenda_items, $1) r where i.id = r.id`,
      [JSON.stringify(rows), updatedAt, updatedById],
    );
  }
}

/** What a move says of the columns of an item. */
function given({ id: _id, version: _version, on, ...move }: AgendaMove): object {
  const fields = { ...move, ...(on === undefined ? {} : { onDate: on }) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function moved(item: AgendaItem, move: AgendaMove, zone: string | null): AgendaItem {
  const wish = given(move);
  const changes = withInstants({ ...wish, ...(saysWhere(wish) ? { timeZone: zone } : {}) });
  return { ...item, ...changes, sequence: item.sequence + (movesItem(item, changes) ? 1 : 0) };
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
