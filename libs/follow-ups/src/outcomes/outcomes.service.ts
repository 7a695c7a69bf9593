import { Injectable } from '@nestjs/common';
import {
  type Caller,
  type Json,
  type Precondition,
  type Transaction,
  insertAll,
  insertLinks,
  replaceLinks,
} from '#platform';
import { type At, type Move, RecordService, Records } from '#records';
import { assertValid } from '#refusals';
import type { CreateOutcome, PatchOutcome } from './outcome-input.dto.js';
import type { OutcomeView } from './outcome-view.dto.js';
import { OUTCOME } from './outcome.record.js';
import { type Actor, actorErrors, changesOfOutcomeMove, outcomeOriginErrors } from './outcome.rules.js';
import { OutcomeQueries } from './outcomes.queries.js';

/** Writes outcomes. */
@Injectable()
export class OutcomesService extends RecordService<typeof OUTCOME> {
  constructor(records: Records, outcomes: OutcomeQueries) {
    super(records, OUTCOME, outcomes);
  }

  /** Records an outcome with its topics and actors. */
  override create(
    at: At,
    { topicIds = [], placeIds = [], actors = [], ...outcome }: CreateOutcome,
    caller: Caller,
  ): Promise<Json<OutcomeView>> {
    assertValid([...outcomeOriginErrors(outcome), ...actorErrors(actors)]);
    return this.add(at, caller, async (tx) => {
      const id = await this.records.insert(tx, OUTCOME, outcome, caller);
      await insertLinks(tx, 'outcome_topics', ['outcome_id', id], ['topic_id', topicIds]);
      await insertLinks(tx, 'outcome_places', ['outcome_id', id], ['place_id', placeIds]);
      await insertActors(tx, id, actors);
      return id;
    });
  }

  /** Changes an outcome by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    { topicIds, placeIds, actors, ...patch }: PatchOutcome,
    caller: Caller,
  ): Promise<Json<OutcomeView>> {
    assertValid(actorErrors(actors ?? []));
    return this.change(at, match, caller, async (tx, outcome) => {
      await this.records.patch(tx, OUTCOME, outcome, patch, caller, outcomeOriginErrors);
      const own = ['outcome_id', outcome.id] as const;
      if (topicIds) await replaceLinks(tx, 'outcome_topics', own, ['topic_id', topicIds]);
      if (placeIds) await replaceLinks(tx, 'outcome_places', own, ['place_id', placeIds]);
      if (actors) await replaceActors(tx, outcome.id, actors);
    });
  }

  /** Moves an outcome to another status; a delivery may bring its date. */
  override move(at: At, match: Precondition | null, move: Move, caller: Caller): Promise<Json<OutcomeView>> {
    return this.change(at, match, caller, (tx, outcome) => {
      const changes = changesOfOutcomeMove(outcome, move);
      return this.records.move(tx, OUTCOME, outcome, move, caller, { changes });
    });
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
