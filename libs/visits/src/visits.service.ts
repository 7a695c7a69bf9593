import { Injectable } from '@nestjs/common';
import { EventWriter } from '#events';
import { EVENT_PARTS, ProgrammeWriter } from '#participants';
import {
  type Caller,
  Database,
  type Json,
  type Move,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  created,
  insertLinks,
  refuseUnready,
  replaceLinks,
} from '#platform';
import { Visit } from './visit.entity.js';
import { VISIT_LIFECYCLE, missingForVisit } from './visit.rules.js';
import { CreateVisit, type PatchVisit, type VisitView } from './visits.dto.js';
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
    super(database, records, { entity: Visit, name: 'visit', input: CreateVisit, parts: EVENT_PARTS });
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
      refuseUnready('visit', visit.status, missingForVisit(visit.status, facts));
    });
  }

  /** Moves a visit to another status. */
  move(id: string, match: Precondition | null, move: Move, caller: Caller): Promise<Json<VisitView>> {
    return this.change(id, match, caller, async (tx, visit) => {
      const missing = missingForVisit(move.to, await this.visits.readFacts(id, caller, tx));
      const changes = { sequence: visit.sequence + 1 };
      await this.records.move(tx, this.kind, VISIT_LIFECYCLE, visit, move, caller, { missing, changes });
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<VisitView>> {
    return this.visits.read(id, caller, tx);
  }
}
