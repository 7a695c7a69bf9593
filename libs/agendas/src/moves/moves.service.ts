import { Injectable } from '@nestjs/common';
import { EVENT, recordedEvent } from '#events';
import type { Caller, Json } from '#platform';
import { type At, Records, lockWhole } from '#records';
import type { MoveAgendaItems, MovedAgendaView } from './moves.dto.js';
import { MoveQueries } from './moves.queries.js';
import { MovesWriter } from './moves.writer.js';

/** Moves items of agendas together. */
@Injectable()
export class MovesService {
  constructor(
    private readonly records: Records,
    private readonly writer: MovesWriter,
    private readonly moved: MoveQueries,
  ) {}

  /** Moves many items of an agenda: all of them, or none. */
  moveAll(at: At, { items }: MoveAgendaItems, caller: Caller): Promise<Json<MovedAgendaView>> {
    return this.records.transaction(async (tx) => {
      const event = await recordedEvent(tx, await lockWhole(tx, EVENT, at));
      await this.writer.moveAll(tx, event, items, caller);
      const ids = items.map(({ id }) => id);
      return this.moved.read(ids, caller, tx);
    });
  }
}
