import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type Caller,
  type Json,
  type Precondition,
  type Transaction,
  insertAll,
  insertLinks,
  replaceEntries,
} from '#platform';
import {
  type At,
  type Move,
  RecordService,
  Records,
  type ReplacedList,
  asSaid,
  replacedLinks,
} from '#records';
import { assertValid } from '#refusals';
import type { CreateOutcome, PatchOutcome } from './outcome-input.dto.js';
import type { OutcomeView } from './outcome-view.dto.js';
import type { Outcome } from './outcome.entity.js';
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
    return this.edit(at, match, caller, (tx, outcome) => {
      const own = ['outcome_id', outcome.id] as const;
      const lists = [
        replacedLinks('outcome_topics', own, 'topic_id', ['topicIds', topicIds]),
        replacedLinks('outcome_places', own, 'place_id', ['placeIds', placeIds]),
        ...(actors ? [replacedActors(outcome.id, actors)] : []),
      ];
      const errorsOf = outcomeOriginErrors;
      return this.records.patch(tx, OUTCOME, outcome, patch, caller, { errorsOf, lists });
    });
  }

  /** Moves an outcome to another status; a delivery may bring its date. */
  protected override makeMove(
    tx: Transaction,
    _: At,
    outcome: Outcome,
    move: Move,
    caller: Caller,
  ): Promise<unknown> {
    const changes = changesOfOutcomeMove(outcome, move);
    return this.records.move(tx, OUTCOME, outcome, move, caller, { changes });
  }
}

const ACTOR_COLUMNS = ['person_id', 'organization_id'] as const;

function replacedActors(outcomeId: string, actors: readonly Actor[]): ReplacedList {
  const rows = actors.map(toColumns);
  const read = async (tx: Transaction): Promise<ReturnType<typeof toColumns>[]> => {
    const present = await tx.query<ReturnType<typeof toColumns>[]>(
      'select person_id, organization_id from outcome_actors where outcome_id = $1 order by position',
      [outcomeId],
    );
    return present.map((row) => ({ ...row }));
  };
  return {
    field: 'actors',
    held: async (tx) =>
      (await read(tx)).map((row) => asSaid({ personId: row.person_id, organizationId: row.organization_id })),
    differs: async (tx) => !isDeepStrictEqual(await read(tx), rows),
    replace: (tx) => replaceEntries(tx, 'outcome_actors', ['outcome_id', outcomeId], rows, ACTOR_COLUMNS),
  };
}

function toColumns({
  personId = null,
  organizationId = null,
}: Actor): Record<(typeof ACTOR_COLUMNS)[number], string | null> {
  return { person_id: personId, organization_id: organizationId };
}

function insertActors(tx: Transaction, outcomeId: string, actors: readonly Actor[]): Promise<void> {
  const rows = actors.map((actor, position) => ({ outcomeId, position, ...toColumns(actor) }));
  return insertAll(tx, 'outcome_actors', rows);
}
