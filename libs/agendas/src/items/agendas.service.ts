import { Injectable } from '@nestjs/common';
import { recordedEvent } from '#events';
import type { Caller, Json, Precondition, Transaction } from '#platform';
import { type At, type Move, RecordService, Records } from '#records';
import type { CreateAgendaItem, PatchAgendaItem } from './agenda-input.dto.js';
import type { AgendaItem } from './agenda-item.entity.js';
import { AGENDA_ITEM } from './agenda-item.record.js';
import type { SingleAgendaItemView } from './agenda-view.dto.js';
import { AgendaQueries } from './agendas.queries.js';
import { AgendaWriter } from './agendas.writer.js';

/** Writes single items of agendas. */
@Injectable()
export class AgendasService extends RecordService<typeof AGENDA_ITEM> {
  constructor(
    records: Records,
    agendas: AgendaQueries,
    private readonly writer: AgendaWriter,
  ) {
    super(records, AGENDA_ITEM, agendas);
  }

  /** Adds an item to the agenda of an event. */
  override create(at: At, item: CreateAgendaItem, caller: Caller): Promise<Json<SingleAgendaItemView>> {
    return this.add(at, caller, async (tx, event) =>
      this.writer.insert(tx, await recordedEvent(tx, event), item, caller),
    );
  }

  /** Changes an item by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    patch: PatchAgendaItem,
    caller: Caller,
  ): Promise<Json<SingleAgendaItemView>> {
    return this.edit(at, match, caller, async (tx, item, event) =>
      this.writer.patch(tx, await recordedEvent(tx, event), item, patch, caller),
    );
  }

  /** Moves an item to another status, and raises its sequence for calendars. */
  protected override makeMove(
    tx: Transaction,
    _: At,
    item: AgendaItem,
    move: Move,
    caller: Caller,
  ): Promise<unknown> {
    const changes = { sequence: item.sequence + 1 };
    return this.records.move(tx, AGENDA_ITEM, item, move, caller, { changes });
  }
}
