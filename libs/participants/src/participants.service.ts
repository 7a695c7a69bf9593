import { Injectable } from '@nestjs/common';
import { type EventAt, requireEvent } from '#events';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  type TransitionDto,
  assertValid,
  created,
} from '#platform';
import {
  CreateParticipation,
  type PatchParticipation,
  type SingleParticipationView,
} from './participants.dto.js';
import { ParticipationQueries } from './participants.queries.js';
import { ParticipationWriter } from './participants.writer.js';
import { Participation } from './participation.entity.js';
import { responseLifecycle, subjectErrors } from './participation.rules.js';

/** Writes single participations. */
@Injectable()
export class ParticipantsService extends RecordService<Participation, SingleParticipationView, EventAt> {
  constructor(
    database: Database,
    records: Records,
    private readonly writer: ParticipationWriter,
    private readonly participations: ParticipationQueries,
  ) {
    super(database, records, { entity: Participation, name: 'participation', input: CreateParticipation });
  }

  /** Records who takes part in an event or in an item of its agenda. */
  create(
    at: EventAt,
    participation: CreateParticipation,
    caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    assertValid(subjectErrors(participation));
    return this.database.transaction(async (tx) => {
      const event = await requireEvent(tx, at);
      const [id] = await this.writer.insertAll(tx, event.id, [participation], caller);
      return created(id!, await this.readBack(id!, caller, tx, at));
    });
  }

  /** Changes a participation by a merge patch. */
  patch(
    at: EventAt,
    id: string,
    match: Precondition,
    patch: PatchParticipation,
    caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    const change = async (tx: Transaction, participation: Participation): Promise<void> => {
      assertValid(subjectErrors({ ...participation, ...patch }));
      await this.records.patch(tx, this.kind, participation, patch, caller);
    };
    return this.change(id, match, caller, change, at);
  }

  /** Moves a response on. */
  move(
    at: EventAt,
    id: string,
    match: Precondition | null,
    move: TransitionDto,
    caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    const change = (tx: Transaction, participation: Participation): Promise<Participation> =>
      this.records.move(tx, this.kind, responseLifecycle, participation, move, caller);
    return this.change(id, match, caller, change, at);
  }

  protected override async enter(tx: Transaction, at: EventAt): Promise<void> {
    await requireEvent(tx, at);
  }

  protected override within({ eventId }: EventAt): { eventId: string } {
    return { eventId };
  }

  protected readBack(
    id: string,
    caller: Caller,
    tx: Transaction,
    at: EventAt,
  ): Promise<Json<SingleParticipationView>> {
    return this.participations.read(id, at, caller, tx);
  }
}
