import { Injectable } from '@nestjs/common';
import { agreementReference, agreementsConcerning } from '#agreements';
import { eventReference, eventsConcerning } from '#events';
import { followUpsConcerning, isFollowUpOverdue, outcomesConcerning } from '#follow-ups';
import {
  type Caller,
  type Json,
  type ListDefinition,
  Lists,
  type Sql,
  assertValid,
  joinSql,
  object,
  oneOfErrors,
  shownName,
  shownText,
  sql,
} from '#platform';
import type { TimelinePage, TimelineQuery } from './timeline.dto.js';

const SUBJECTS = ['place', 'organization', 'person', 'delegation'] as const;
type Subject = (typeof SUBJECTS)[number];

/** One kind of record, as rows that all kinds have alike. */
interface Source {
  readonly rows: Sql;
  readonly concerning: (subject: Subject) => Sql;
  readonly columns: Readonly<
    Record<'kind' | 'name' | 'day' | 'starts' | 'ends' | 'event' | 'agreement' | 'overdue', Sql>
  >;
}

const none = sql`null::uuid`;
const never = sql`false`;

const SOURCES: readonly Source[] = [
  {
    rows: sql`visible_events(:caller) r`,
    concerning: eventsConcerning,
    columns: {
      kind: sql`r.kind`,
      name: shownName(sql`r`),
      day: sql`r.latest_day`,
      starts: sql`r.starts`,
      ends: sql`r.ends`,
      event: none,
      agreement: none,
      overdue: never,
    },
  },
  {
    rows: sql`agreements r`,
    concerning: agreementsConcerning,
    columns: {
      kind: sql`'agreement'`,
      name: shownName(sql`r`),
      day: day(sql`coalesce(r.signed, r.effective, r.proposed)`),
      starts: sql`coalesce(r.signed, r.effective, r.proposed)`,
      ends: sql`r.expiry`,
      event: sql`r.signed_at_event_id`,
      agreement: none,
      overdue: never,
    },
  },
  {
    rows: sql`visible_outcomes(:caller) r
      left join visible_events(:caller) v on v.id = r.concerned_event_id left join agreements a on a.id = r.agreement_id`,
    concerning: outcomesConcerning,
    columns: {
      kind: sql`'outcome'`,
      name: shownText(sql`r.text`),
      day: sql`coalesce(public.partial_date_latest(coalesce(r.delivered, r.expected)), v.latest_day, a.signed_latest, '-infinity')`,
      starts: sql`coalesce(r.delivered, r.expected)`,
      ends: sql`null`,
      event: sql`r.concerned_event_id`,
      agreement: sql`r.agreement_id`,
      overdue: never,
    },
  },
  {
    rows: sql`visible_follow_ups(:caller) r`,
    concerning: followUpsConcerning,
    columns: {
      kind: sql`'follow_up'`,
      name: shownText(sql`r.title`),
      day: day(sql`r.due`),
      starts: sql`r.due`,
      ends: sql`null`,
      event: sql`r.concerned_event_id`,
      agreement: sql`r.concerned_agreement_id`,
      overdue: isFollowUpOverdue(sql`r`),
    },
  },
];

/** The last day that a date may mean; what has none stands last. */
function day(date: Sql): Sql {
  return sql`coalesce(public.partial_date_latest(${date}), '-infinity')`;
}

function rowsOf({ rows, concerning, columns }: Source, subject: Subject): Sql {
  const { kind, name, starts, ends, event, agreement, overdue } = columns;
  return sql`select r.id, r.status, r.updated_at, r.archived_at, ${kind}::text as kind, ${name} as name,
      ${columns.day} as day, ${starts}::text as starts, ${ends}::text as ends, ${event} as event_id,
      ${agreement} as agreement_id, ${overdue} as overdue
    from ${rows} where r.id in (${concerning(subject)})`;
}

function timelineOf(subject: Subject): ListDefinition<TimelineQuery> {
  const entries = SOURCES.map((source) => rowsOf(source, subject));
  return {
    name: `timeline-of-${subject}`,
    from: sql`(${joinSql(entries, sql` union all `)}) e`,
    item: object({
      kind: sql`e.kind`,
      id: sql`e.id`,
      name: sql`e.name`,
      day: sql`case when isfinite(e.day) then e.day end`,
      starts: sql`e.starts`,
      ends: sql`e.ends`,
      status: sql`e.status`,
      event: eventReference(sql`e.event_id`),
      agreement: agreementReference(sql`e.agreement_id`),
      overdue: sql`e.overdue`,
    }),
    filters: { place: sql`true`, organization: sql`true`, person: sql`true`, delegation: sql`true` },
    sorts: { '-day': { key: sql`e.day`, type: sql`date`, id: sql`e.id`, descending: true } },
  };
}

/** Reads timelines. */
@Injectable()
export class TimelineQueries {
  constructor(private readonly lists: Lists) {}

  /**
   * A page of the timeline of a place, an organization, a person or a delegation, newest first.
   * @throws Refusal where not exactly one of them is given
   */
  list(query: TimelineQuery, caller: Caller): Promise<Json<TimelinePage>> {
    const errors = oneOfErrors(query, SUBJECTS, 'Give one place, organization, person or delegation.');
    assertValid(errors.map((error) => ({ ...error, pointer: error.pointer.replace('/', '?') })));
    const subject = SUBJECTS.find((name) => query[name] !== undefined)!;
    return this.lists.read(timelineOf(subject), query, caller);
  }
}
