import { Injectable } from '@nestjs/common';
import { type EventAt, lockEvent, requireEvent } from '#events';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  type TransitionDto,
  created,
} from '#platform';
import type { AgendaItem } from './agenda-item.entity.js';
import { itemLifecycle } from './agenda.rules.js';
import type { CreateAgendaItem, PatchAgendaItem, SingleAgendaItemView } from './agendas.dto.js';
import { AgendaQueries } from './agendas.queries.js';
import { AGENDA_ITEM, AgendaWriter } from './agendas.writer.js';

/** Writes single items of agendas. */
@Injectable()
export class AgendasService extends RecordService<AgendaItem, SingleAgendaItemView, EventAt> {
  constructor(
    database: Database,
    records: Records,
    private readonly writer: AgendaWriter,
    private readonly agendas: AgendaQueries,
  ) {
    super(database, records, AGENDA_ITEM);
  }

  /** Adds an item to the agenda of an event. */
  create(at: EventAt, item: CreateAgendaItem, caller: Caller): Promise<Json<SingleAgendaItemView>> {
    return this.database.transaction(async (tx) => {
      const event = await lockEvent(tx, at);
      const id = await this.writer.insert(tx, event, item, caller);
      return created(id, await this.readBack(id, caller, tx, at));
    });
  }

  /** Changes an item by a merge patch. */
  patch(
    at: EventAt,
    id: string,
    match: Precondition,
    patch: PatchAgendaItem,
    caller: Caller,
  ): Promise<Json<SingleAgendaItemView>> {
    const change = async (tx: Transaction, item: AgendaItem): Promise<void> => {
      const event = await requireEvent(tx, at);
      await this.writer.patch(tx, event, item, patch, caller);
    };
    return this.change(id, match, caller, change, at);
  }

  /** Moves an item to another status. */
  move(
    at: EventAt,
    id: string,
    match: Precondition | null,
    move: TransitionDto,
    caller: Caller,
  ): Promise<Json<SingleAgendaItemView>> {
    const change = (tx: Transaction, item: AgendaItem): Promise<AgendaItem> => {
      const changes = { sequence: item.sequence + 1 };
      return this.records.move(tx, this.kind, itemLifecycle, item, move, caller, { changes });
    };
    return this.change(id, match, caller, change, at);
  }

  // What is part of what depends on both: two such changes at once would wait for each other's item.
  protected override async enter(tx: Transaction, at: EventAt): Promise<void> {
    await lockEvent(tx, at);
  }

  protected override within({ eventId }: EventAt): { eventId: string } {
    return { eventId };
  }

  protected readBack(
    id: string,
    caller: Caller,
    tx: Transaction,
    at: EventAt,
  ): Promise<Json<SingleAgendaItemView>> {
    return this.agendas.read(id, at, caller, tx);
  }
}
