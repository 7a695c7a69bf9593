import { isOfEventOrPart } from '#events';
import { type Sql, sql } from '#platform';
import { type KindList, nameFilter, VISIBILITY_FILTER, asksOnlyBy } from '#records';
import type { FollowUpConcerns } from './follow-up-concerns.js';
import type { Due, FollowUpQuery } from './follow-up-query.dto.js';
import { followUpItem, isOverdue } from './follow-ups.fragments.js';

/** The urgency at which the follow-ups due on a day begin. */
function from(day: Sql): Sql {
  return sql`public.urgency(${day}, 'urgent')`;
}

const today = from(sql`:today::date`);
const tomorrow = from(sql`:today::date + 1`);
const nextWeek = from(sql`:today::date + 7`);
const undated = from(sql`'infinity'::date`);

// Spans of urgency, so that the index is read from where the span begins to where it ends.
const DUE: Readonly<Record<Due, Sql>> = {
  overdue: sql`e.urgency < ${today} and ${isOverdue(sql`e`)}`,
  today: sql`e.urgency >= ${today} and e.urgency < ${tomorrow}`,
  week: sql`e.urgency >= ${today} and e.urgency < ${nextWeek}`,
  later: sql`e.urgency >= ${nextWeek} and e.urgency < ${undated}`,
  undated: sql`e.urgency >= ${undated} and e.is_open and e.due is null`,
};

/** With these alone, a span of urgency is read along one index, of the office or of one owner, whatever the values. */
const ALONG_INDEX = ['sort', 'due', 'owner', 'mandatory'];

function isAlongIndex(query: FollowUpQuery): boolean {
  const { due, owner, sort = 'urgency' } = query;
  return due !== undefined && owner !== 'none' && sort === 'urgency' && asksOnlyBy(query, ALONG_INDEX);
}

/** Every follow-up, the most urgent first. */
export function followUpList(concerns: FollowUpConcerns): KindList<FollowUpQuery> {
  return {
    item: followUpItem(sql`e`),
    filters: {
      q: nameFilter('follow_ups'),
      ...VISIBILITY_FILTER,
      due: (due) => DUE[due as Due],
      owner: (owner) => (owner === 'none' ? sql`e.owner_id is null` : sql`e.owner_id = :owner`),
      status: sql`e.status = any (:status)`,
      kind: sql`e.kind = :kind`,
      mandatory: sql`e.mandatory = :mandatory`,
      priority: sql`e.priority = :priority`,
      event: sql`e.concerned_event_id = :event`,
      parts: sql`true`,
      outcome: sql`e.outcome_id = :outcome`,
      agreement: sql`e.concerned_agreement_id = :agreement`,
      entry: sql`e.entry_id = :entry`,
      ...concerns.filters(),
    },
    adapt: (query) => ({
      prepared: isAlongIndex(query),
      ...(query.parts ? { filters: { event: isOfEventOrPart(sql`e.concerned_event_id`) } } : {}),
    }),
    sorts: {
      urgency: { key: sql`e.urgency`, type: sql`integer`, id: sql`e.id` },
      '-recorded': { key: sql`e.id`, type: sql`uuid`, id: sql`e.id`, descending: true },
      '-updated': { key: sql`e.updated_at`, type: sql`timestamptz`, id: sql`e.id`, descending: true },
    },
  };
}
