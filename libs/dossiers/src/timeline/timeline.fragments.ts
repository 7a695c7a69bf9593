import type { AgreementConcerns } from '#agreements';
import type { Concern, Concerns, EventConcerns } from '#events';
import { type FollowUpConcerns, type OutcomeConcerns, isFollowUpOverdue } from '#follow-ups';
import { type Sql, joinSql, list, object, shownName, shownText, sql } from '#platform';

const CONCERNS: readonly Concern[] = ['place', 'topic', 'organization', 'person', 'delegation'];

/** What a timeline can be of. */
export const SUBJECTS = [...CONCERNS, 'relationship'] as const;
export type Subject = (typeof SUBJECTS)[number];

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
function concerns(by: Concerns, subject: Subject, relationship: Sql): Sql {
  if (subject !== 'relationship') return sql`r.id in (${by.concerning(subject)})`;
  const side = (column: Sql): Sql => sql`(select k.${column} from visible_relationships(:caller) k
    where k.id = ${relationship} and k.archived_at is null)`;
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

/** Kinds of record, each with how it concerns others. */
export type Sources = readonly (readonly [Source, Concerns])[];

export function sourcesOf(
  events: EventConcerns,
  agreements: AgreementConcerns,
  outcomes: OutcomeConcerns,
  followUps: FollowUpConcerns,
): Sources {
  return [
    [EVENTS, events],
    [AGREEMENTS, agreements],
    [OUTCOMES, outcomes],
    [FOLLOW_UPS, followUps],
  ];
}

/** All that concerns a subject, as rows that all kinds have alike. */
export function entriesOf(sources: Sources, subject: Subject, relationship: Sql): Sql {
  const entries = sources.map(([source, by]) => rowsOf(source, concerns(by, subject, relationship)));
  return joinSql(entries, sql` union all `);
}

/** What every timeline tells of an entry. */
export function entryFields(row: Sql): Record<string, Sql> {
  return {
    kind: sql`${row}.kind`,
    id: sql`${row}.id`,
    name: sql`${row}.name`,
    day: sql`case when isfinite(${row}.day) then ${row}.day end`,
    starts: sql`${row}.starts`,
    ends: sql`${row}.ends`,
    status: sql`${row}.status`,
  };
}

const MOST_TOGETHER = 20;

/** The JSON of what the sides of the relationship `:id` have together, the newest first, and whether there is more. */
export function togetherOf(sources: Sources): Sql {
  const newest = sql`select t.* from (${entriesOf(sources, 'relationship', sql`:id`)}) t
    where t.archived_at is null order by t.day desc, t.id desc`;
  return sql`(with together as materialized (${newest} limit ${MOST_TOGETHER} + 1) select ${object({
    items: list(
      object(entryFields(sql`t`)),
      sql`(select * from together t order by t.day desc, t.id desc limit ${MOST_TOGETHER}) t`,
      sql`t.day desc, t.id desc`,
    ),
    more: sql`(select count(*) > ${MOST_TOGETHER} from together)`,
  })})`;
}
