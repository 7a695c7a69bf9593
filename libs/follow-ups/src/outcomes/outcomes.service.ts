import { Injectable } from '@nestjs/common';
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
  insertAll,
  insertLinks,
  mergePatch,
  replaceLinks,
} from '#platform';
import type { Outcome } from './outcome.entity.js';
import { OUTCOME } from './outcome.kind.js';
import {
  type Actor,
  actorErrors,
  changesOfOutcomeMove,
  outcomeLifecycle,
  outcomeOriginErrors,
} from './outcome.rules.js';
import type { CreateOutcome, OutcomeView, PatchOutcome } from './outcomes.dto.js';
import { OutcomeQueries } from './outcomes.queries.js';

/** Writes outcomes. */
@Injectable()
export class OutcomesService extends RecordService<Outcome, OutcomeView> {
  constructor(
    database: Database,
    records: Records,
    private readonly outcomes: OutcomeQueries,
  ) {
    super(database, records, OUTCOME);
  }

  /** Records an outcome with its topics and actors. */
  create(
    { topicIds = [], actors = [], status = outcomeLifecycle.initial, ...outcome }: CreateOutcome,
    caller: Caller,
  ): Promise<Json<OutcomeView>> {
    assertValid([...outcomeOriginErrors(outcome), ...actorErrors(actors)]);
    return this.database.transaction(async (tx) => {
      const id = await this.records.insert(tx, this.kind, { ...outcome, status }, caller);
      await this.records.noteFirstStatus(tx, [{ id, status }], caller);
      await insertLinks(tx, 'outcome_topics', ['outcome_id', id], ['topic_id', topicIds]);
      await insertActors(tx, id, actors);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes an outcome by a merge patch. */
  patch(
    id: string,
    match: Precondition,
    { topicIds, actors, ...patch }: PatchOutcome,
    caller: Caller,
  ): Promise<Json<OutcomeView>> {
    assertValid(actorErrors(actors ?? []));
    return this.change(id, match, caller, async (tx, outcome) => {
      const changes = mergePatch(outcome, patch, this.kind.input) as Partial<Outcome>;
      assertValid(outcomeOriginErrors({ ...outcome, ...changes }));
      await this.records.update(tx, this.kind, outcome, changes, caller);
      if (topicIds) await replaceLinks(tx, 'outcome_topics', ['outcome_id', id], ['topic_id', topicIds]);
      if (actors) await replaceActors(tx, id, actors);
    });
  }

  /** Moves an outcome to another status; a delivery may bring its date. */
  move(
    id: string,
    match: Precondition | null,
    move: TransitionDto,
    caller: Caller,
  ): Promise<Json<OutcomeView>> {
    return this.change(id, match, caller, async (tx, outcome) => {
      const changes = changesOfOutcomeMove(outcome, move);
      await this.records.move(tx, this.kind, outcomeLifecycle, outcome, move, caller, { changes });
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<OutcomeView>> {
    return this.outcomes.read(id, caller, tx);
  }
}

async function replaceActors(tx: Transaction, outcomeId: string, actors: readonly Actor[]): Promise<void> {
  await tx.query('delete from outcome_actors where outcome_id = $1', [outcomeId]);
  await insertActors(tx, outcomeId, actors);
}

function insertActors(tx: Transaction, outcomeId: string, actors: readonly Actor[]): Promise<void> {
  const rows = actors.map(({ personId = null, organizationId = null }, position) => ({
    outcomeId,
    position,
    personId,
    organizationId,
  }));
  return insertAll(tx, 'outcome_actors', rows);
}
