import { sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { OrganizationRelation } from './organization-relation.entity.js';
import {
  CreateRelation,
  PatchRelation,
  RelationPage,
  RelationQuery,
  RelationView,
} from './organization-relations.dto.js';
import { ORGANIZATION } from './organization.record.js';
import { RELATION_CONSTRAINTS, RELATION_PROBLEMS } from './organization.rules.js';

/** How an organization is related to another organization, a person or a place. */
export const ORGANIZATION_RELATION = recordKind({
  name: 'relation',
  entity: OrganizationRelation,
  path: 'relations',
  tag: 'Directory',
  says: {
    list: 'Lists the relations of an organization, as they were recorded.',
    create: 'Records a relation of an organization.',
  },
  called: (row) =>
    sql`coalesce(${nameOf(sql`visible_organizations(:caller)`, sql`${row}.to_organization_id`)}, ${nameOf(sql`visible_people(:caller)`, sql`${row}.to_person_id`)}, ${nameOf(sql`visible_places(:caller)`, sql`${row}.to_place_id`)})`,
  within: ORGANIZATION,
  problems: RELATION_PROBLEMS,
  constraints: RELATION_CONSTRAINTS,
  elsewhere: {
    toOrganization: ({ organization }) => organization,
    toPerson: ({ person }) => person,
    toPlace: ({ place }) => place,
  },
  create: CreateRelation,
  patch: PatchRelation,
  query: RelationQuery,
  view: RelationView,
  page: RelationPage,
});
