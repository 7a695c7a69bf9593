import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  NAME_FILTER,
  type Transaction,
  type TransitionsView,
  describeMoves,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { OutcomeQuery } from './outcome-query.dto.js';
import { type OutcomeStatus, outcomeLifecycle } from './outcome.rules.js';
import type { OutcomePage, OutcomeView } from './outcomes.dto.js';
import { outcomeItem, outcomeView, outcomesConcerning } from './outcomes.fragments.js';

const oneOf = sql`from visible_outcomes(:caller) e where e.id = :id and (:archived or e.archived_at is null)`;

const oneOutcome = statement('outcome', sql`select e.version, ${outcomeView(sql`e`)} ${oneOf}`);

const standing = statement('outcome-standing', sql`select to_json(e.status) ${oneOf}`);

const outcomes: ListDefinition<OutcomeQuery> = {
  name: 'outcomes',
  from: sql`visible_outcomes(:caller) e`,
  item: outcomeItem(sql`e`),
  filters: {
    q: NAME_FILTER,
    event: sql`e.concerned_event_id = :event`,
    agendaItem: sql`e.agenda_item_id = :agendaItem`,
    agreement: sql`e.agreement_id = :agreement`,
    presentedAt: sql`e.presented_at_event_id = :presentedAt`,
    kind: sql`e.kind = :kind`,
    status: sql`e.status = any (:status)`,
    topic: sql`e.id in (select x.outcome_id from outcome_topics x where x.topic_id = :topic)`,
    organization: () => sql`e.id in (${outcomesConcerning('organization')})`,
    person: () => sql`e.id in (${outcomesConcerning('person')})`,
    place: () => sql`e.id in (${outcomesConcerning('place')})`,
  },
  sorts: {
    '-recorded': { key: sql`e.id`, type: sql`uuid`, id: sql`e.id`, descending: true },
    expected: { key: sql`e.expected_day`, type: sql`date`, id: sql`e.id` },
    '-updated': { key: sql`e.updated_at`, type: sql`timestamptz`, id: sql`e.id`, descending: true },
  },
};

/** Reads outcomes. */
@Injectable()
export class OutcomeQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One outcome; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<OutcomeView>> {
    const outcome = await this.database.readRecord<OutcomeView>(oneOutcome, caller, { id }, tx);
    if (!outcome) throw unknownRecord('outcome');
    return outcome;
  }

  /** A page of outcomes. */
  list(query: OutcomeQuery, caller: Caller): Promise<Json<OutcomePage>> {
    return this.lists.read(outcomes, query, caller);
  }

  /** Where an outcome stands, and the moves open to it. */
  async readTransitions(id: string, caller: Caller): Promise<TransitionsView> {
    const status = await this.database.readValue<OutcomeStatus>(standing, caller, { id });
    if (!status) throw unknownRecord('outcome');
    return describeMoves(outcomeLifecycle, status);
  }
}
