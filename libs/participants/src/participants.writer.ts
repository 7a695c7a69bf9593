import { Injectable } from '@nestjs/common';
import { type Caller, Records, type Transaction, declareParts, insertAll } from '#platform';
import type { EventParticipation } from './participants.dto.js';
import { Participation } from './participation.entity.js';
import { FIRST_RESPONSE } from './participation.rules.js';

declareParts('events', { participants: ['participations', 'event_id'] });
declareParts('agenda_items', { participants: ['participations', 'agenda_item_id'] });

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
  async insertAll(
    tx: Transaction,
    eventId: string,
    participations: readonly PlacedParticipation[],
    caller: Caller,
  ): Promise<string[]> {
    const columns = participations.map((participation) => columnsOf(eventId, participation));
    const rows = this.records.stampAll(columns, caller);
    await insertAll(tx, Participation, rows);
    const responses = rows.map(({ id, response }) => ({ id, status: response }));
    await this.records.noteFirstStatus(tx, responses, caller);
    return rows.map(({ id }) => id);
  }
}

function columnsOf(eventId: string, participation: PlacedParticipation) {
  return {
    eventId,
    agendaItemId: participation.agendaItemId ?? null,
    personId: participation.personId ?? null,
    organizationId: participation.organizationId ?? null,
    delegationId: participation.delegationId ?? null,
    group: participation.group ?? null,
    side: participation.side,
    role: participation.role,
    onBehalfOf: participation.onBehalfOf ?? null,
    title: participation.title ?? null,
    speakingOrder: participation.speakingOrder ?? null,
    seat: participation.seat ?? null,
    response: participation.response ?? FIRST_RESPONSE,
  };
}
