import { Injectable } from '@nestjs/common';
import { EventWriter } from '#events';
import { EventFollowUpsWriter } from '#follow-ups';
import { ProgrammeWriter } from '#participants';
import { type Caller, type Json, type Precondition, insertLinks, replaceLinks } from '#platform';
import { type At, type Move, RecordService, Records, refuseUnready } from '#records';
import { VISIT } from './visit.record.js';
import { missingForVisit } from './visit.rules.js';
import type { CreateVisit, PatchVisit, VisitView } from './visits.dto.js';
import { VisitQueries } from './visits.queries.js';

/** Writes visits. */
@Injectable()
export class VisitsService extends RecordService<typeof VISIT> {
  constructor(
    records: Records,
    private readonly visits: VisitQueries,
    private readonly events: EventWriter,
    private readonly programmes: ProgrammeWriter,
    private readonly followUps: EventFollowUpsWriter,
  ) {
    super(records, VISIT, visits);
  }

  /** Records a visit with its stops, its agenda and its participants: all of it, or nothing. */
  override create(
    at: At,
    {
      agenda = [],
      participants = [],
      delegationIds = [],
      direction = null,
      category = null,
      ...event
    }: CreateVisit,
    caller: Caller,
  ): Promise<Json<VisitView>> {
    return this.add(at, caller, async (tx) => {
      const visit = await this.events.insert(tx, VISIT, event, { direction, category }, caller);
      await insertLinks(tx, 'visit_delegations', ['event_id', visit.id], ['delegation_id', delegationIds]);
      await this.programmes.writeProgramme(tx, visit, agenda, participants, caller);
      return visit.id;
    });
  }

  /** Changes a visit by a merge patch; dates that change are kept with the reason. */
  override patch(
    at: At,
    match: Precondition,
    { delegationIds, ...patch }: PatchVisit,
    caller: Caller,
  ): Promise<Json<VisitView>> {
    return this.change(at, match, caller, async (tx, visit) => {
      await this.events.patch(tx, VISIT, visit, patch, caller);
      const own = ['event_id', visit.id] as const;
      if (delegationIds) await replaceLinks(tx, 'visit_delegations', own, ['delegation_id', delegationIds]);
      const facts = await this.visits.readFacts(at, caller, tx);
      // Follow-ups that were opened after the visit was closed are no fault of its fields.
      refuseUnready(VISIT, visit.status, missingForVisit(visit.status, { ...facts, unfinished: [] }));
    });
  }

  /**
   * Moves a visit to another status; one that is completed proposes the standing follow-ups, one that is called off
   * names what is still open.
   */
  override async move(
    at: At,
    match: Precondition | null,
    move: Move,
    caller: Caller,
  ): Promise<Json<VisitView>> {
    const moved = await this.change(at, match, caller, async (tx, visit) => {
      const missing = await this.visits.lacks(at, move.to, caller, tx);
      const changes = { sequence: visit.sequence + 1 };
      await this.records.move(tx, VISIT, visit, move, caller, { missing, changes });
      if (move.to === 'completed') await this.followUps.propose(tx, visit, caller);
    });
    return this.followUps.nameOpen(moved, at.id!, move.to, caller);
  }
}
