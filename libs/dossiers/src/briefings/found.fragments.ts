import { AgreementConcerns, hasBound, isRunning, termEndsAbout } from '#agreements';
import { hasEnded } from '#directory';
import type { EventConcerns } from '#events';
import { OpenFollowUpConcerns, OutcomeConcerns } from '#follow-ups';
import { type Sql, identifier, joinSql, sql } from '#platform';
import type { Briefed } from './briefed.js';
import { FoundAgreements, FoundEvents } from './found-concerns.js';
import { MOST_FOUND } from './part.fragments.js';

const idsOf = (found: Sql): Sql => sql`select found.id from ${found} found`;

// What came of them is looked for among the events and agreements that were found.
const foundEvents = new FoundEvents(idsOf(sql`found_events`));
const foundAgreements = new FoundAgreements(foundEvents, idsOf(sql`found_agreements`));
const foundOutcomes = new OutcomeConcerns(foundEvents, foundAgreements);
const foundFollowUps = new OpenFollowUpConcerns(foundEvents, foundAgreements);

// Ordered by what is looked at first where there is more.
function findEvents(events: EventConcerns, { concern }: Briefed): Sql {
  return sql`select v.id, v.kind, v.status, v.earliest_day, v.latest_day from visible_events(:caller) v
    where v.id in (${events.concerning(concern, sql`:id`)}) and v.archived_at is null
    order by v.latest_day desc, v.id desc`;
}

function findAgreements({ concern }: Briefed, agreements: AgreementConcerns): Sql {
  const runs = isRunning(sql`a`);
  return sql`select a.id, a.signed_latest, ${runs} as runs, ${hasBound(sql`a`)} as bound
    from visible_agreements(:caller) a
    where a.id in (${agreements.concerning(concern, sql`:id`)}) and a.archived_at is null
    order by runs desc, ${termEndsAbout(sql`a`)}, a.id`;
}

function findOutcomes({ concern }: Briefed): Sql {
  return sql`select o.id, o.kind, o.status, o.expected_day from visible_outcomes(:caller) o
    where o.id in (${foundOutcomes.concerning(concern, sql`:id`)}) and o.archived_at is null order by o.id desc`;
}

// Looked up agreement by agreement: all obligations would be read for two hundred of them. What never bound owes nothing.
const findPromises = sql`select 'obligation' as kind, b.id, b.open, b.due_day
    from found_agreements f cross join lateral (
      select b.id, b.status = 'open' as open, b.due_day from visible_agreement_obligations(:caller) b
      where b.agreement_id = f.id and b.archived_at is null offset 0) b
    where f.bound
  union all
  select 'commitment', o.id, o.status not in ('delivered', 'dropped'), o.expected_day
    from found_outcomes o where o.kind = 'commitment'
  order by open desc, due_day, id`;

function findFollowUps({ concern }: Briefed): Sql {
  return sql`select f.id, f.urgency from visible_follow_ups(:caller) f
    where f.id in (${foundFollowUps.concerning(concern, sql`:id`)}) and f.archived_at is null
    order by f.urgency, f.id`;
}

function findRelationships({ sides }: Briefed): Sql {
  const has = (side: Sql): Sql => sql`${side} = any (array(${sides}))`;
  return sql`select r.id, r.sort_name, ${has(sql`r.from_id`)} as forward from visible_relationships(:caller) r
    where (${has(sql`r.from_id`)} or ${has(sql`r.to_id`)}) and r.archived_at is null
    order by r.sort_name, r.id`;
}

function findEntries({ entries }: Briefed): Sql {
  return sql`select n.id, n.kind, n.parent_id, n.position, n.subject_id = :id as own,
      jsonb_array_length(n.open_questions) as questions
    from visible_entries(:caller) n
    where n.id in (${entries} union all select x.id from visible_entries(:caller) x where x.record_id = :id
      union all select x.id from visible_entries(:caller) x where x.subject_id in (${idsOf(sql`found_relationships`)}))
      and n.archived_at is null
    order by own desc, n.position, n.id`;
}

function findOrganizations({ organizations }: Briefed): Sql {
  return sql`select o.id, o.kind, o.sort_name, o.place_id from visible_organizations(:caller) o
    where o.id in (${organizations}) and o.archived_at is null
    order by o.sort_name, o.id`;
}

function findPeople({ employers }: Briefed): Sql {
  return sql`select h.person_id as id, min(h.id::text) as since from visible_positions(:caller) h
    where h.organization_id in (${employers}) and h.archived_at is null and not ${hasEnded(sql`h`)}
    group by h.person_id`;
}

/** What concerns what a briefing is about, for a `with`: of each kind of record no more than is looked at. */
export function findAll(briefed: Briefed, events: EventConcerns): Sql {
  const agreements = new AgreementConcerns(foundEvents);
  const found: Readonly<Record<string, Sql>> = {
    found_events: findEvents(events, briefed),
    found_agreements: findAgreements(briefed, agreements),
    found_outcomes: findOutcomes(briefed),
    found_promises: findPromises,
    found_follow_ups: findFollowUps(briefed),
    found_relationships: findRelationships(briefed),
    found_entries: findEntries(briefed),
    found_organizations: findOrganizations(briefed),
    found_people: findPeople(briefed),
  };
  const each = Object.entries(found).map(
    ([name, query]) => sql`${identifier(name)} as materialized (${query} limit ${MOST_FOUND})`,
  );
  return joinSql(each, sql`, `);
}
