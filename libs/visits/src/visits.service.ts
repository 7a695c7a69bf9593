import { Injectable } from '@nestjs/common';
import { EventWriter } from '#events';
import { ProgrammeWriter } from '#participants';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  created,
  insertLinks,
  refuseUnready,
  replaceLinks,
} from '#platform';
import type { Visit } from './visit.entity.js';
import { VISIT } from './visit.kind.js';
import { missingForVisit } from './visit.rules.js';
import type { CreateVisit, PatchVisit, VisitView } from './visits.dto.js';
import { VisitQueries } from './visits.queries.js';

/** Writes visits. */
@Injectable()
export class VisitsService extends RecordService<Visit, VisitView> {
  constructor(
    database: Database,
    records: Records,
    private readonly visits: VisitQueries,
    private readonly events: EventWriter,
    private readonly programmes: ProgrammeWriter,
  ) {
    super(database, records, VISIT);
  }

  /** Records a visit with its stops, its agenda and its participants: all of it, or nothing. */
  create(visit: CreateVisit, caller: Caller): Promise<Json<VisitView>> {
    const {
      agenda = [],
      participants = [],
      delegationIds = [],
      direction,
      category,
      status = 'requested',
      ...event
    } = visit;
    return this.database.transaction(async (tx) => {
      const recorded = await this.events.insert(
        tx,
        this.kind,
        { ...event, status },
        { direction, category },
        caller,
      );
      await insertLinks(tx, 'visit_delegations', ['event_id', recorded.id], ['delegation_id', delegationIds]);
      await this.programmes.writeProgramme(tx, recorded, agenda, participants, caller);
      return created(recorded.id, await this.readBack(recorded.id, caller, tx));
    });
  }

  /** Changes a visit by a merge patch; dates that move are kept with their reason. */
  patch(
    id: string,
    match: Precondition,
    { delegationIds, ...patch }: PatchVisit,
    caller: Caller,
  ): Promise<Json<VisitView>> {
    return this.change(id, match, caller, async (tx, visit) => {
      await this.events.patch(tx, this.kind, visit, patch, caller);
      if (delegationIds)
        await replaceLinks(tx, 'visit_delegations', ['event_id', id], ['delegation_id', delegationIds]);
      const facts = await this.visits.readFacts(id, caller, tx);
      // Follow-ups that were opened after the visit was closed are no fault of its fields.
      const missing = missingForVisit(visit.status, { ...facts, unfinished: [] });
      refuseUnready('visit', visit.status, missing);
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<VisitView>> {
    return this.visits.read(id, caller, tx);
  }
}
