import { eventsConcerning } from '#events';
import { type Sql, sql } from '#platform';

/** The ids of the agreements that concern somebody or some place, by what its id is called. */
const CONCERNING = {
  place: (): Sql => sql`select w.agreement_id from agreement_party_places w where w.place_id = :place
    union all
    select a.id from agreements a where a.place_id in (select within.id from public.places_within(:place) within)`,
  organization: (): Sql => sql`select p.agreement_id from agreement_parties p
    where p.organization_id = :organization and p.archived_at is null
    union all
    select a.id from agreements a where a.creates_organization_id = :organization`,
  person: (): Sql => sql`select s.agreement_id from agreement_signatories s
    where s.person_id = :person and s.archived_at is null`,
  delegation: (): Sql =>
    sql`select a.id from agreements a where a.signed_at_event_id in (${eventsConcerning('delegation')})`,
};

/**
 * A query for the ids of the agreements that concern a place, a person, an organization or a delegation.
 * @param filter which of them; its id is `:place`, `:person`, `:organization` or `:delegation`
 */
export function agreementsConcerning(filter: keyof typeof CONCERNING): Sql {
  return CONCERNING[filter]();
}
