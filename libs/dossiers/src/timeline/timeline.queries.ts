import { Injectable } from '@nestjs/common';
import { RELATIONSHIP } from '#briefings';
import { AgreementConcerns, agreementReference } from '#agreements';
import { type Concern, type Concerns, EventConcerns, eventReference } from '#events';
import { FollowUpConcerns, OutcomeConcerns, isFollowUpOverdue } from '#follow-ups';
import { type Caller, type Json, type Sql, joinSql, object, shownName, shownText, sql } from '#platform';
import { type ListDefinition, type ListQuery, RecordReader } from '#records';
import { assertValid, oneOfErrors } from '#refusals';
import type { TimelinePage, TimelineQuery } from './timeline.dto.js';

const CONCERNS: readonly Concern[] = ['place', 'topic', 'organization', 'person', 'delegation'];
const SUBJECTS = [...CONCERNS, 'relationship'] as const;
type Subject = (typeof SUBJECTS)[number];

/** One kind of record, as rows that all kinds have alike. */
interface Source {
  readonly rows: Sql;
  readonly columns: Readonly<
    Record<'kind' | 'name' | 'day' | 'starts' | 'ends' | 'event' | 'agreement' | 'overdue', Sql>
  >;
}

const none = sql`null::uuid`;
const never = sql`false`;

const EVENTS: Source = {
  rows: sql`visible_events(:caller) r`,
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
};

const AGREEMENTS: Source = {
  rows: sql`visible_agreements(:caller) r`,
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
};

const OUTCOMES: Source = {
  rows: sql`visible_outcomes(:caller) r
    left join visible_events(:caller) v on v.id = r.concerned_event_id
    left join visible_agreements(:caller) a on a.id = r.agreement_id`,
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
};

const FOLLOW_UPS: Source = {
  rows: sql`visible_follow_ups(:caller) r`,
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
};

/** The last day that a date may mean; what has none comes last. */
function day(date: Sql): Sql {
  return sql`coalesce(public.partial_date_latest(${date}), '-infinity')`;
}

/** The condition that a record concerns what is asked for. */
function concerns(by: Concerns, subject: Subject): Sql {
  if (subject !== 'relationship') return sql`r.id in (${by.concerning(subject)})`;
  const side = (column: Sql): Sql => sql`(select k.${column} from visible_relationships(:caller) k
    where k.id = :relationship and k.archived_at is null)`;
  return joinSql(
    [
      both(by, side(sql`from_place_id`), side(sql`from_organization_id`)),
      both(by, side(sql`to_place_id`), side(sql`to_organization_id`)),
    ],
    sql` and `,
  );
}

// A side is a place or an organization; of the other, which is null, nothing is found.
function both(by: Concerns, place: Sql, organization: Sql): Sql {
  return sql`r.id in (${by.concerning('place', place)} union all ${by.concerning('organization', organization)})`;
}

function rowsOf({ rows, columns }: Source, condition: Sql): Sql {
  const { kind, name, starts, ends, event, agreement, overdue } = columns;
  return sql`select r.id, r.status, r.updated_at, r.archived_at, ${kind}::text as kind, ${name} as name,
      ${columns.day} as day, ${starts}::text as starts, ${ends}::text as ends, ${event} as event_id,
      ${agreement} as agreement_id, ${overdue} as overdue
    from ${rows} where ${condition}`;
}

function timelineOf(
  subject: Subject,
  sources: readonly (readonly [Source, Concerns])[],
): ListDefinition<TimelineQuery> {
  const entries = sources.map(([source, by]) => rowsOf(source, concerns(by, subject)));
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
    filters: Object.fromEntries(SUBJECTS.map((name) => [name, sql`true`])) as Record<Subject, Sql>,
    sorts: { '-day': { key: sql`e.day`, type: sql`date`, id: sql`e.id`, descending: true } },
  };
}

/** Reads timelines. */
@Injectable()
export class TimelineQueries {
  private readonly timelines: Readonly<Record<Subject, ListDefinition<TimelineQuery>>>;

  constructor(
    private readonly reader: RecordReader,
    events: EventConcerns,
    agreements: AgreementConcerns,
    outcomes: OutcomeConcerns,
    followUps: FollowUpConcerns,
  ) {
    const sources = [
      [EVENTS, events],
      [AGREEMENTS, agreements],
      [OUTCOMES, outcomes],
      [FOLLOW_UPS, followUps],
    ] as const;
    this.timelines = {
      place: timelineOf('place', sources),
      topic: timelineOf('topic', sources),
      organization: timelineOf('organization', sources),
      person: timelineOf('person', sources),
      delegation: timelineOf('delegation', sources),
      relationship: timelineOf('relationship', sources),
    };
  }

  /**
   * A page of the timeline of a place, a topic, an organization, a person, a delegation or a relationship, newest first.
   * @throws Refusal where not exactly one of them is given
   */
  list(query: TimelineQuery, caller: Caller): Promise<Json<TimelinePage>> {
    const errors = oneOfErrors(
      query,
      SUBJECTS,
      'Give one place, topic, organization, person, delegation or relationship.',
    );
    assertValid(errors.map((error) => ({ ...error, pointer: `?${error.pointer.slice(1)}` })));
    const subject = SUBJECTS.find((name) => query[name] !== undefined)!;
    return this.reader.readPage(null, this.timelines[subject], {}, query, caller);
  }

  /**
   * A page of what the two sides of a relationship have together, newest first.
   * @throws Refusal `record.unknown` where there is none with this id for this caller
   */
  listTogether(relationship: string, query: ListQuery, caller: Caller): Promise<Json<TimelinePage>> {
    const at = { relationshipId: relationship, relationship };
    return this.reader.readPage(RELATIONSHIP, this.timelines.relationship, at, query, caller);
  }
}
