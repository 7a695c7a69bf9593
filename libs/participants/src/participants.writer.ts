import { Injectable } from '@nestjs/common';
import type { Caller, Transaction } from '#platform';
import { Records } from '#records';
import type { EventParticipation } from './participation-input.dto.js';
import { PARTICIPATION } from './participation.record.js';
import { FIRST_RESPONSE } from './participation.rules.js';

/** A participation in one item of the agenda, or in the whole event. */
export type PlacedParticipation = EventParticipation & { agendaItemId?: string | null };

/** Writes participations, however many, in one statement. */
@Injectable()
export class ParticipationWriter {
  constructor(private readonly records: Records) {}

  /**
   * Inserts participations in an event and in the items of its agenda.
   * @returns their ids, in the order given
   */
  insertAll(
    tx: Transaction,
    eventId: string,
    participations: readonly PlacedParticipation[],
    caller: Caller,
  ): Promise<string[]> {
    const rows = participations.map((participation) => ({
      ...participation,
      eventId,
      response: participation.response ?? FIRST_RESPONSE,
    }));
    return this.records.insertAll(tx, PARTICIPATION, rows, caller);
  }
}
