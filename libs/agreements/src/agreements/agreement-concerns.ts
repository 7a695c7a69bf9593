import { Injectable } from '@nestjs/common';
import { isOrganization } from '#directory';
import { type Concern, EventConcerns } from '#events';
import { type Sql, sql } from '#platform';

const agreements = sql`select a.id from visible_agreements(:caller) a`;

const OWN: Readonly<Record<Exclude<Concern, 'delegation'>, Sql>> = {
  place: sql`select w.agreement_id from agreement_party_places w where w.place_id = :place
    union all
    select c.agreement_id from agreement_places c
    where c.place_id in (select within.id from public.places_within(:place) within)`,
  organization: sql`select p.agreement_id from visible_agreement_parties(:caller) p
    where ${isOrganization(sql`p.organization_id`)} and p.archived_at is null
    union all
    select s.agreement_id from visible_agreement_signatories(:caller) s
    where ${isOrganization(sql`s.on_behalf_of_organization_id`)} and s.archived_at is null
    union all
    ${agreements} where ${isOrganization(sql`a.creates_organization_id`)}
    union all
    ${agreements} where ${isOrganization(sql`a.approved_by_organization_id`)}`,
  person: sql`select s.agreement_id from visible_agreement_signatories(:caller) s
    where s.person_id = :person and s.archived_at is null
    union all
    select s.agreement_id from visible_agreement_signatories(:caller) s
    where s.on_behalf_of_person_id = :person and s.archived_at is null`,
};

/** Which agreements concern somebody or some place. */
@Injectable()
export class AgreementConcerns {
  constructor(private readonly events: EventConcerns) {}

  /**
   * A query for the ids of the agreements that concern a place, a person, an organization or a delegation.
   * @param concern which of them; its id is `:place`, `:person`, `:organization` or `:delegation`
   */
  concerning(concern: Concern): Sql {
    if (concern !== 'delegation') return OWN[concern];
    const events = this.events.concerning(concern);
    return sql`${agreements} where a.signed_at_event_id in (${events})
      union all ${agreements} where a.origin_event_id in (${events})`;
  }
}
