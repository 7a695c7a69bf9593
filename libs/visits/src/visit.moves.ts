import { Injectable } from '@nestjs/common';
import { StandingFollowUpWriter } from '#follow-ups';
import {
  type Caller,
  Database,
  type Json,
  type Move,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
} from '#platform';
import type { Visit } from './visit.entity.js';
import { VISIT } from './visit.kind.js';
import { VISIT_LIFECYCLE, missingForVisit } from './visit.rules.js';
import type { VisitView } from './visits.dto.js';
import { VisitQueries } from './visits.queries.js';

/** Moves visits through their lifecycle. */
@Injectable()
export class VisitMoves extends RecordService<Visit, VisitView> {
  constructor(
    database: Database,
    records: Records,
    private readonly visits: VisitQueries,
    private readonly standing: StandingFollowUpWriter,
  ) {
    super(database, records, VISIT);
  }

  /** Moves a visit to another status; one that is completed proposes the standing follow-ups. */
  move(id: string, match: Precondition | null, move: Move, caller: Caller): Promise<Json<VisitView>> {
    return this.change(id, match, caller, async (tx, visit) => {
      const missing = missingForVisit(move.to, await this.visits.readFacts(id, caller, tx));
      const changes = { sequence: visit.sequence + 1 };
      await this.records.move(tx, this.kind, VISIT_LIFECYCLE, visit, move, caller, { missing, changes });
      if (move.to === 'completed') await this.standing.propose(tx, visit, caller);
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<VisitView>> {
    return this.visits.read(id, caller, tx);
  }
}
