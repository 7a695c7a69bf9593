import { type Collection, type Sql, allOf, reference, referenceTo, sql } from '#platform';
import { namedFields, visibilityOf } from '#records';
import { membersInOrder } from '../members/members.fragments.js';

/** What every answer about a delegation holds. */
export function delegationCore(delegation: Sql): Record<string, Sql> {
  return {
    ...namedFields(delegation),
    kind: sql`${delegation}.kind`,
    ...visibilityOf(delegation),
    parent: reference(sql`visible_delegations(:caller)`, sql`${delegation}.parent_id`),
    status: sql`${delegation}.status`,
    originPlace: reference(sql`visible_places(:caller)`, sql`${delegation}.origin_place_id`),
    declaredSize: sql`${delegation}.declared_size`,
    focalPoint: reference(sql`visible_people(:caller)`, sql`${delegation}.focal_point_id`),
  };
}

/** Whether a delegation is in use and still to come: one that withdrew, or was called off, is nowhere with its members. */
export function isTravelling(delegation: Sql): Sql {
  return sql`(${delegation}.archived_at is null and ${delegation}.status not in ('withdrawn', 'cancelled'))`;
}

/** What a delegation represents and is interested in, in the order it was recorded in. */
export function collectionsOf(delegation: Sql): Readonly<Record<string, Collection>> {
  return {
    organizations: linked(
      sql`visible_organizations(:caller)`,
      sql`organization_id`,
      sql`delegation_organizations`,
      delegation,
    ),
    topics: linked(sql`visible_topics(:caller)`, sql`topic_id`, sql`delegation_topics`, delegation),
  };
}

/** A delegation with all its texts and its members. */
export function delegationFields(delegation: Sql): Record<string, Sql> {
  return {
    ...delegationCore(delegation),
    ...allOf(collectionsOf(delegation)),
    names: sql`${delegation}.names`,
    purpose: sql`${delegation}.purpose`,
    members: membersInOrder(delegation),
  };
}

function linked(table: Sql, column: Sql, join: Sql, delegation: Sql): Collection {
  return [
    referenceTo(sql`linked`),
    sql`${join} link join ${table} linked on linked.id = link.${column} where link.delegation_id = ${delegation}.id`,
    sql`link.position`,
  ];
}
