import { Injectable } from '@nestjs/common';
import type { Caller, Json, Precondition } from '#platform';
import { type At, RecordService, Records } from '#records';
import { assertValid } from '#refusals';
import { ParticipationQueries } from './participants.queries.js';
import { ParticipationWriter } from './participants.writer.js';
import type { CreateParticipation, PatchParticipation } from './participation-input.dto.js';
import type { SingleParticipationView } from './participation-view.dto.js';
import { PARTICIPATION } from './participation.record.js';
import { subjectErrors } from './participation.rules.js';

/** Writes single participations. */
@Injectable()
export class ParticipantsService extends RecordService<typeof PARTICIPATION> {
  constructor(
    records: Records,
    participations: ParticipationQueries,
    private readonly writer: ParticipationWriter,
  ) {
    super(records, PARTICIPATION, participations);
  }

  /** Records who takes part in an event or in an item of its agenda. */
  override create(
    at: At,
    participation: CreateParticipation,
    caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    assertValid(subjectErrors(participation));
    return this.add(at, caller, async (tx) => {
      const [id] = await this.writer.insertAll(tx, at.eventId!, [participation], caller);
      return id!;
    });
  }

  /** Changes a participation by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    patch: PatchParticipation,
    caller: Caller,
  ): Promise<Json<SingleParticipationView>> {
    return super.patch(at, match, patch, caller, subjectErrors);
  }
}
