import { type Sql, object, reference, sql } from '#platform';
import { identityFields } from '#records';
import { makingFieldsOfSomebody } from '../people/contact.fragments.js';
import { hasEnded } from '../tenure.fragments.js';

function relationFacts(row: Sql): Record<string, Sql> {
  return {
    kind: sql`${row}.kind`,
    organization: reference(sql`visible_organizations(:caller)`, sql`${row}.to_organization_id`),
    person: reference(sql`visible_people(:caller)`, sql`${row}.to_person_id`),
    place: reference(sql`visible_places(:caller)`, sql`${row}.to_place_id`),
    ended: hasEnded(row),
  };
}

/** The members of a row of `organization_relations`. */
export function relationFields(row: Sql): Record<string, Sql> {
  const tenure = { since: sql`${row}.since`, until: sql`${row}.until` };
  return { ...identityFields(row), ...relationFacts(row), ...tenure, ...makingFieldsOfSomebody(row) };
}

/** A row of `organization_relations` in a list of organizations, as `RelationOfOrganization` describes it. */
export function relationNamed(row: Sql): Sql {
  return object({ id: sql`${row}.id`, ...relationFacts(row) });
}
