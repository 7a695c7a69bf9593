import { type Sql, sql } from '#platform';
import { isExpected } from './conflict.rules.js';

/**
 * Who is expected at which item, as rows `item_id, subject_id, is_delegation, interprets`: people as participants or as
 * members of a delegation that takes part, and those delegations.
 */
export interface PresenceConditions {
  /** What is true of the participation `p` of a person. */
  readonly person: Sql;
  /** What is true of the participation `p` of a delegation and its member `m`. */
  readonly member: Sql;
  /** What is true of the participation `p` of a delegation. */
  readonly delegation: Sql;
}

/** The presences under conditions, each in the terms of its own tables, so that each is found along an index. */
export function presencesWhere({ person, member, delegation }: PresenceConditions): Sql {
  return sql`
    select p.agenda_item_id as item_id, p.person_id as subject_id, false as is_delegation, p.role = 'interpreter' as interprets
    from ${participations} where ${isComing} and p.person_id is not null and ${person}
    union all
    select p.agenda_item_id, m.person_id, false, 'interpreter' in (p.role, m.role)
    from ${participations} join ${travellingDelegations} join ${members}
    where ${isComing} and m.person_id is not null and ${member}
    union all
    select p.agenda_item_id, p.delegation_id, true, false
    from ${participations} join ${travellingDelegations} where ${isComing} and ${delegation}`;
}

const participations = sql`visible_participations(:caller) p`;
const isComing = sql`p.archived_at is null and p.agenda_item_id is not null and ${isExpected(sql`p.response`)}`;

/** The delegation `d` of a participation `p`, unless it stays at home. */
const travellingDelegations = sql`delegations d on d.id = p.delegation_id
  and d.archived_at is null and d.status not in ('withdrawn', 'cancelled')`;

/** The members `m` of a delegation `d` who travel. */
export const members = sql`delegation_members m on m.delegation_id = d.id
  and m.archived_at is null and ${isExpected(sql`m.status`)}`;

/** The presences at one item. */
export function presencesAt(item: Sql): Sql {
  const condition = sql`p.agenda_item_id = ${item}`;
  return presencesWhere({ person: condition, member: condition, delegation: condition });
}

/** The presences of one person or delegation. */
export function presencesOf(subject: Sql): Sql {
  return presencesWhere({
    person: sql`p.person_id = ${subject}`,
    member: sql`m.person_id = ${subject}`,
    delegation: sql`p.delegation_id = ${subject}`,
  });
}
