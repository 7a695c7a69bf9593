import { type Sql, identityFields, list, makingFields, object, reference, shownName, sql } from '#platform';
import { membersInOrder } from './members.fragments.js';

/** What every answer about a delegation holds. */
export function delegationCore(delegation: Sql): Record<string, Sql> {
  return {
    ...identityFields(delegation),
    name: shownName(delegation),
    kind: sql`${delegation}.kind`,
    status: sql`${delegation}.status`,
    originPlace: reference(sql`places`, sql`${delegation}.origin_place_id`),
    organizations: linked(
      sql`organizations`,
      sql`organization_id`,
      sql`delegation_organizations`,
      delegation,
    ),
    declaredSize: sql`${delegation}.declared_size`,
    topics: linked(sql`topics`, sql`topic_id`, sql`delegation_topics`, delegation),
    focalPoint: reference(sql`people`, sql`${delegation}.focal_point_id`),
    ...makingFields(delegation),
  };
}

/** A delegation with all its texts and its members. */
export function delegationFields(delegation: Sql): Record<string, Sql> {
  return {
    ...delegationCore(delegation),
    names: sql`${delegation}.names`,
    purpose: sql`${delegation}.purpose`,
    members: membersInOrder(delegation),
  };
}

/**
 * A whole delegation with its members in order of precedence, as `DelegationWithMembersView` describes it.
 * @param delegation the alias of a row of `delegations`; the statement has `:languages` and `:archived`
 */
export function delegationWithMembers(delegation: Sql): Sql {
  return object(delegationFields(delegation));
}

function linked(table: Sql, column: Sql, join: Sql, delegation: Sql): Sql {
  return list(
    object({ id: sql`linked.id`, name: shownName(sql`linked`) }),
    sql`${join} link join ${table} linked on linked.id = link.${column} where link.delegation_id = ${delegation}.id`,
    sql`link.position`,
  );
}
