import { Injectable } from '@nestjs/common';
import { EVENT, recordedEvent } from '#events';
import type { Caller, Json } from '#platform';
import { type At, Records, lockWhole } from '#records';
import type { MoveAgendaItems, MovedAgendaView } from './rearrangements.dto.js';
import { RearrangementQueries } from './rearrangements.queries.js';
import { RearrangementsWriter } from './rearrangements.writer.js';

/** Rearranges agendas. */
@Injectable()
export class RearrangementsService {
  constructor(
    private readonly records: Records,
    private readonly writer: RearrangementsWriter,
    private readonly rearranged: RearrangementQueries,
  ) {}

  /** Rearranges many items of an agenda: all of them, or none. */
  rearrange(at: At, { items }: MoveAgendaItems, caller: Caller): Promise<Json<MovedAgendaView>> {
    return this.records.transaction(async (tx) => {
      const event = await recordedEvent(tx, await lockWhole(tx, EVENT, at));
      await this.writer.rearrange(tx, event, items, caller);
      const ids = items.map(({ id }) => id);
      return this.rearranged.read(ids, caller, tx);
    });
  }
}
