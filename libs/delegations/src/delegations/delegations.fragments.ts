import { type Sql, list, reference, referenceTo, sql } from '#platform';
import { namedFields } from '#records';
import { membersInOrder } from '../members/members.fragments.js';

/** What every answer about a delegation holds. */
export function delegationCore(delegation: Sql): Record<string, Sql> {
  return {
    ...namedFields(delegation),
    kind: sql`${delegation}.kind`,
    parent: reference(sql`visible_delegations(:caller)`, sql`${delegation}.parent_id`),
    status: sql`${delegation}.status`,
    originPlace: reference(sql`visible_places(:caller)`, sql`${delegation}.origin_place_id`),
    organizations: linked(
      sql`visible_organizations(:caller)`,
      sql`organization_id`,
      sql`delegation_organizations`,
      delegation,
    ),
    declaredSize: sql`${delegation}.declared_size`,
    topics: linked(sql`visible_topics(:caller)`, sql`topic_id`, sql`delegation_topics`, delegation),
    focalPoint: reference(sql`visible_people(:caller)`, sql`${delegation}.focal_point_id`),
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

function linked(table: Sql, column: Sql, join: Sql, delegation: Sql): Sql {
  return list(
    referenceTo(sql`linked`),
    sql`${join} link join ${table} linked on linked.id = link.${column} where link.delegation_id = ${delegation}.id`,
    sql`link.position`,
  );
}
