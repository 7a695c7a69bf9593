import { Injectable } from '@nestjs/common';
import { type EventAt, lockEvent } from '#events';
import { type Caller, Database, type Json } from '#platform';
import { AgendaQueries } from './agendas.queries.js';
import type { MoveAgendaItems, MovedAgendaView } from './moves.dto.js';
import { MovesWriter } from './moves.writer.js';

/** Moves items of agendas together. */
@Injectable()
export class MovesService {
  constructor(
    private readonly database: Database,
    private readonly writer: MovesWriter,
    private readonly agendas: AgendaQueries,
  ) {}

  /** Moves many items of an agenda: all of them, or none. */
  moveAll(at: EventAt, { items }: MoveAgendaItems, caller: Caller): Promise<Json<MovedAgendaView>> {
    return this.database.transaction(async (tx) => {
      const event = await lockEvent(tx, at);
      await this.writer.moveAll(tx, event, items, caller);
      const ids = items.map(({ id }) => id);
      return this.agendas.readMoved(ids, caller, tx);
    });
  }
}
