import { type Sql, object, reference, shownText, sql } from '#platform';
import { identityFields } from '#records';
import { makingFieldsOfSomebody } from './contact.fragments.js';
import { hasEnded } from '../tenure.fragments.js';

/** The members of a row of `positions`. */
export function positionFields(row: Sql): Record<string, Sql> {
  return {
    ...identityFields(row),
    organization: reference(sql`visible_organizations(:caller)`, sql`${row}.organization_id`),
    title: sql`${row}.title`,
    since: sql`${row}.since`,
    until: sql`${row}.until`,
    ended: hasEnded(row),
    onBehalfOf: sql`${row}.on_behalf_of`,
    ...makingFieldsOfSomebody(row),
  };
}

/** A position in a list of people, as `PositionOfPerson` describes it. */
export function positionNamed(row: Sql): Sql {
  return object({
    id: sql`${row}.id`,
    organization: reference(sql`visible_organizations(:caller)`, sql`${row}.organization_id`),
    title: shownText(sql`${row}.title`),
    ended: hasEnded(row),
  });
}
