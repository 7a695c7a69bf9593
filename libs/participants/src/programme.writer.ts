import { Injectable } from '@nestjs/common';
import { AgendaWriter, ItemZonesWriter, RoomBookingsWriter } from '#agendas';
import { DelegationsService } from '#delegations';
import { type Event, type EventPatch, type MoveEvent, type RecordedEvent, eventStands } from '#events';
import type { Caller, Transaction } from '#platform';
import type { FieldError } from '#refusals';
import { ParticipationWriter } from './participants.writer.js';
import type { EventAgendaItemWithParticipants, EventParticipation } from './participation-input.dto.js';
import { subjectErrors } from './participation.rules.js';

/** Writes the agenda and the participants of an event that is recorded as a whole. */
@Injectable()
export class ProgrammeWriter {
  constructor(
    private readonly agendas: AgendaWriter,
    private readonly participations: ParticipationWriter,
    private readonly zones: ItemZonesWriter,
    private readonly rooms: RoomBookingsWriter,
    private readonly delegations: DelegationsService,
  ) {}

  /** Takes the items of the agenda of an event that is over, and delegations that came to it, to what they have become. */
  async settle(
    tx: Transaction,
    eventId: string,
    delegationIds: readonly string[],
    caller: Caller,
  ): Promise<void> {
    await this.agendas.settle(tx, eventId, caller);
    await this.delegations.settle(tx, delegationIds, caller);
  }

  /** Makes way for the agenda of an event that is to move to another status, where it stands there and did not before. */
  async makeWay(
    tx: Transaction,
    { id, status }: Pick<Event, 'id' | 'status'>,
    { to, releaseRooms = false }: MoveEvent,
    caller: Caller,
  ): Promise<void> {
    if (!eventStands(status) && eventStands(to)) await this.rooms.makeWay(tx, id, releaseRooms, caller);
  }

  /** Has the agenda follow an event to where it takes place after a patch. */
  async follow(tx: Transaction, eventId: string, patch: EventPatch, caller: Caller): Promise<void> {
    const isElsewhere = [patch.timeZone, patch.placeId, patch.legs].some((said) => said !== undefined);
    if (isElsewhere) await this.zones.followEvents(tx, [eventId], caller);
  }

  /**
   * Inserts the agenda of an event that was just recorded and all who take part, in a constant number of statements.
   * @throws Refusal `request.invalid` naming every field at fault, under `/agenda` and `/participants`
   */
  async writeProgramme(
    tx: Transaction,
    event: RecordedEvent,
    agenda: readonly EventAgendaItemWithParticipants[],
    participants: readonly EventParticipation[],
    caller: Caller,
  ): Promise<void> {
    const found = programmeErrors(agenda, participants);
    const ids = await this.agendas.insertAll(tx, event, agenda, caller, found);
    const inItems = agenda.flatMap((item, index) =>
      (item.participants ?? []).map((participation) => ({ ...participation, agendaItemId: ids[index]! })),
    );
    await this.participations.insertAll(tx, event.id, [...participants, ...inItems], caller);
  }
}

function programmeErrors(
  agenda: readonly EventAgendaItemWithParticipants[],
  participants: readonly EventParticipation[],
): FieldError[] {
  return [
    ...agenda.flatMap((item, index) => errorsOf(item.participants ?? [], `/agenda/${index}/participants`)),
    ...errorsOf(participants, '/participants'),
  ];
}

function errorsOf(participations: readonly EventParticipation[], at: string): FieldError[] {
  return participations.flatMap((participation, index) => subjectErrors(participation, `${at}/${index}`));
}
