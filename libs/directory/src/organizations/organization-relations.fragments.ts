import { type Sql, object, reference, sql } from '#platform';
import { identityFields, makingFields } from '#records';
import { hasEnded } from '../tenure.fragments.js';

/** A row of `organization_relations`, as shown in its organization and by itself. */
export function relation(row: Sql): Sql {
  return object({
    ...identityFields(row),
    kind: sql`${row}.kind`,
    organization: reference(sql`visible_organizations(:caller)`, sql`${row}.to_organization_id`),
    person: reference(sql`visible_people(:caller)`, sql`${row}.to_person_id`),
    place: reference(sql`visible_places(:caller)`, sql`${row}.to_place_id`),
    since: sql`${row}.since`,
    until: sql`${row}.until`,
    ended: hasEnded(row),
    ...makingFields(row),
  });
}
