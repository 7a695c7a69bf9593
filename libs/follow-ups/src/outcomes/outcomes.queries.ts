import { Injectable } from '@nestjs/common';
import { isOfEventOrPart } from '#events';
import { type Sql, sql } from '#platform';
import { type KindList, nameFilter, RecordQueries, RecordReader, VISIBILITY_FILTER } from '#records';
import { OutcomeConcerns, isActor } from './outcome-concerns.js';
import type { OutcomeQuery } from './outcome-query.dto.js';
import { OUTCOME } from './outcome.record.js';
import { outcomeItem, outcomeView } from './outcomes.fragments.js';

function outcomeList(concerns: OutcomeConcerns): KindList<OutcomeQuery> {
  return {
    item: outcomeItem(sql`e`),
    filters: {
      q: nameFilter('outcomes'),
      ...VISIBILITY_FILTER,
      event: sql`e.concerned_event_id = :event`,
      parts: sql`true`,
      agendaItem: sql`e.agenda_item_id = :agendaItem`,
      agreement: sql`e.agreement_id = :agreement`,
      presentedAt: sql`e.presented_at_event_id = :presentedAt`,
      announcedAt: sql`e.announced_at_event_id = :announcedAt`,
      ledTo: sql`e.led_to_agreement_id = :ledTo`,
      kind: sql`e.kind = :kind`,
      status: sql`e.status = any (:status)`,
      by: sql`e.id in (${concerns.promisedBy(sql`:by`)})`,
      for: sql`e.id in (${concerns.concerningAny(sql`:for`)}) and not ${isPromisedByThemAlone(concerns)}`,
      ...concerns.filters(),
    },
    adapt: ({ parts }) => (parts ? { filters: { event: isOfEventOrPart(sql`e.concerned_event_id`) } } : {}),
    sorts: {
      '-recorded': { key: sql`e.id`, type: sql`uuid`, id: sql`e.id`, descending: true },
      expected: { key: sql`e.expected_day`, type: sql`date`, id: sql`e.id` },
      '-updated': { key: sql`e.updated_at`, type: sql`timestamptz`, id: sql`e.id`, descending: true },
    },
  };
}

/** Whether an outcome has actors, and no other than those it is to be for. */
function isPromisedByThemAlone(concerns: OutcomeConcerns): Sql {
  return sql`(e.id in (${concerns.promisedBy(sql`:for`)}) and not exists (
    select from outcome_actors a where a.outcome_id = e.id and not ${isActor(sql`:for`)}))`;
}

/** Reads outcomes. */
@Injectable()
export class OutcomeQueries extends RecordQueries<typeof OUTCOME> {
  constructor(reader: RecordReader, concerns: OutcomeConcerns) {
    super(reader, OUTCOME, { one: outcomeView(sql`e`), list: outcomeList(concerns) });
  }
}
