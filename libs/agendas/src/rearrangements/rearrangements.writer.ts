import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#events';
import type { Caller, Transaction } from '#platform';
import { RECORD_PROBLEMS, type FieldError, Refusal, assertValid } from '#refusals';
import { In } from 'typeorm';
import { AgendaItem } from '../items/agenda-item.entity.js';
import { AgendaWriter } from '../items/agendas.writer.js';
import { reschedules, saysWhere, timesOf, toMovedRow } from '../items/item-rows.js';
import { timesAfter } from '../items/item-time.rules.js';
import { legErrors, timeErrors } from '../items/agenda-item.rules.js';
import { findZones } from '../items/item-zones.js';
import { rearrangementErrors, staleErrors } from './rearrangement.rules.js';
import type { AgendaMove } from './rearrangements.dto.js';

/** Rearranges many items of one agenda at once. */
@Injectable()
export class RearrangementsWriter {
  constructor(private readonly agendas: AgendaWriter) {}

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
    await this.agendas.updateAll(tx, changed.filter(differsFrom(byId)), caller);
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
        ...timeErrors(timesOf(item, wishes[at]!), item.timeZone, `/items/${at}`),
      ]),
    );
    return changed;
  }
}

/** Whether an item is elsewhere than it was: one that stays is not changed. */
function differsFrom(former: ReadonlyMap<string, AgendaItem>): (item: AgendaItem) => boolean {
  return (item) => !isDeepStrictEqual(toMovedRow(item), toMovedRow(former.get(item.id)!));
}

/** What a wish says of the columns of an item, but for its time. */
function given({
  id: _id,
  version: _version,
  startsAt: _start,
  endsAt: _end,
  on: _on,
  ...wish
}: AgendaMove): object {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}

function rearranged(item: AgendaItem, wish: AgendaMove, found: string | null): AgendaItem {
  const zone = found ?? (saysWhere(wish) ? null : item.timeZone);
  const changes = { ...given(wish), ...timesAfter(item, wish, zone) };
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
