import {
  agreementReference,
  expiringFields,
  isObligationOverdue,
  partyReferences,
  termEnds,
} from '#agreements';
import { eventReference } from '#events';
import { isFollowUpOverdue } from '#follow-ups';
import { type Sql, list, object, reference, referenceTo, shownName, shownText, sql } from '#platform';
import { doubtsOf, partOf } from './part.fragments.js';

const MOST = 10;

const FOUND_EVENTS = sql`found_events`;
const FOUND_AGREEMENTS = sql`found_agreements`;

/** What binds, what ends first before the rest. */
const agreements = partOf({
  rows: sql`(select a.id, ${termEnds(sql`a`)} as ends from found_agreements f
    join visible_agreements(:caller) a on a.id = f.id where f.runs) p`,
  order: sql`p.ends, p.id`,
  most: MOST,
  joined: sql`join visible_agreements(:caller) a on a.id = p.id`,
  item: object({
    id: sql`a.id`,
    name: shownName(sql`a`),
    kind: sql`a.kind`,
    status: sql`a.status`,
    signed: sql`a.signed`,
    expiry: sql`a.expiry`,
    ...expiringFields(sql`a`),
    parties: list(...partyReferences(sql`a`)),
    ...doubtsOf(sql`a`),
  }),
  found: [FOUND_AGREEMENTS],
});

const actors = sql`(
  select l.id, l.display, l.archived_at from visible_agreement_parties(:caller) y
  join visible_organizations(:caller) l on l.id = y.organization_id where y.id = b.party_id
  union all
  select l.id, l.display, l.archived_at from outcome_actors x
  join visible_organizations(:caller) l on l.id = x.organization_id where x.outcome_id = o.id
  union all
  select l.id, l.display, l.archived_at from outcome_actors x
  join visible_people(:caller) l on l.id = x.person_id where x.outcome_id = o.id) l`;

const [ofObligation, ofOutcome] = [doubtsOf(sql`b`), doubtsOf(sql`o`)];

/** What both sides promised: what is open by its day, then what was done. */
const promises = partOf({
  rows: sql`found_promises p`,
  order: sql`not p.open, p.due_day, p.id`,
  most: MOST,
  joined: sql`left join visible_agreement_obligations(:caller) b on b.id = p.id
    left join visible_outcomes(:caller) o on o.id = p.id`,
  item: object({
    id: sql`p.id`,
    kind: sql`p.kind`,
    text: shownText(sql`coalesce(b.text, o.text)`),
    by: list(referenceTo(sql`l`), actors, sql`l.id`),
    due: sql`coalesce(b.due, o.expected)`,
    overdue: sql`coalesce(${isObligationOverdue(sql`b`)}, false)`,
    status: sql`coalesce(b.status, o.status)`,
    agreement: agreementReference(sql`coalesce(b.agreement_id, o.agreement_id)`),
    event: eventReference(sql`o.concerned_event_id`),
    verification: sql`coalesce(${ofObligation.verification!}, ${ofOutcome.verification!})`,
    disputed: sql`(${ofObligation.disputed!} or ${ofOutcome.disputed!})`,
  }),
  found: [FOUND_EVENTS, FOUND_AGREEMENTS, sql`found_outcomes`, sql`found_promises`],
});

const followUps = partOf({
  rows: sql`found_follow_ups p`,
  order: sql`p.urgency, p.id`,
  most: MOST,
  joined: sql`join visible_follow_ups(:caller) f on f.id = p.id`,
  item: object({
    id: sql`f.id`,
    title: shownText(sql`f.title`),
    kind: sql`f.kind`,
    status: sql`f.status`,
    due: sql`f.due`,
    overdue: isFollowUpOverdue(sql`f`),
    owner: sql`coalesce(
      (select json_build_object('id', u.id, 'name', u.name) from actors u where u.id = f.owner_actor_id),
      ${reference(sql`visible_people(:caller)`, sql`f.owner_person_id`)},
      ${reference(sql`visible_organizations(:caller)`, sql`f.owner_organization_id`)})`,
    ...doubtsOf(sql`f`),
  }),
  found: [FOUND_EVENTS, FOUND_AGREEMENTS, sql`found_follow_ups`],
});

/** What binds, what was promised, and what is still to be done. */
export const promiseParts: Readonly<Record<string, Sql>> = { agreements, promises, followUps };
