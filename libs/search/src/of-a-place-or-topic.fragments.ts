import type { AgreementConcerns } from '#agreements';
import { ENTRIES_BY_SUBJECT } from '#briefings';
import { isWithin } from '#directory';
import { Concerns, type Way } from '#events';
import { type Sql, joinSql, sql } from '#platform';

/** What says itself which places or topics it is of, as its own list is filtered: queries for the ids. */
const OF: Readonly<Record<'place' | 'topic', readonly Sql[]>> = {
  place: [
    sql`select within.id from public.places_within(:place) within`,
    sql`select o.id from visible_organizations(:caller) o where ${isWithin(sql`o.place_id`)}`,
    sql`select d.id from visible_delegations(:caller) d where ${isWithin(sql`d.origin_place_id`)}`,
    sql`select m.id from visible_delegations(:caller) d join visible_delegation_members(:caller) m on m.delegation_id = d.id
      where ${isWithin(sql`d.origin_place_id`)}`,
    sql`select r.id from visible_relationships(:caller) r where ${isWithin(sql`r.from_id`)} or ${isWithin(sql`r.to_id`)}`,
    sql`select f.id from visible_figures(:caller) f where ${isWithin(sql`f.record_id`)}
      or f.record_id in (${ENTRIES_BY_SUBJECT.place(sql`:place`)})`,
    ENTRIES_BY_SUBJECT.place(sql`:place`),
  ],
  topic: [
    sql`select :topic::uuid`,
    sql`select t.organization_id from organization_topics t where t.topic_id = :topic`,
    sql`select t.delegation_id from delegation_topics t where t.topic_id = :topic`,
    sql`select m.id from delegation_topics t join visible_delegation_members(:caller) m on m.delegation_id = t.delegation_id
      where t.topic_id = :topic`,
    ENTRIES_BY_SUBJECT.topic(sql`:topic`),
  ],
};

/** A query for the ids of what is of a place, with everything inside it, or of a topic. */
export function idsOf(concern: 'place' | 'topic'): Sql {
  return joinSql(OF[concern], sql` union all `);
}

/** How obligations concern what their agreements do. */
export class ObligationConcerns extends Concerns {
  constructor(private readonly agreements: AgreementConcerns) {
    super();
  }

  override by(way: Way, asked?: Sql): Sql {
    return sql`select o.id from visible_agreement_obligations(:caller) o where o.agreement_id in (${this.agreements.by(way, asked)})`;
  }
}
