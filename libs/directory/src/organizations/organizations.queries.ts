import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  NAMED_SORTS,
  NAME_FILTER,
  type Transaction,
  identityFields,
  list,
  makingFields,
  object,
  reference,
  shownName,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import { relation } from './organization-relations.queries.js';
import type { OrganizationPage, OrganizationQuery, OrganizationView } from './organizations.dto.js';

const facts = {
  ...identityFields(sql`e`),
  name: shownName(sql`e`),
  kind: sql`e.kind`,
  parent: reference(sql`organizations`, sql`e.parent_id`),
  place: reference(sql`places`, sql`e.place_id`),
  founded: sql`e.founded`,
  memberCount: sql`e.member_count`,
  website: sql`e.website`,
  ...makingFields(sql`e`),
};

const counts = {
  topicCount: sql`(select count(*) from organization_topics t where t.organization_id = e.id)`,
  relationCount: sql`(select count(*) from organization_relations r where r.organization_id = e.id and r.archived_at is null)`,
};

const collections = {
  names: sql`e.names`,
  topics: list(
    reference(sql`topics`, sql`t.topic_id`),
    sql`organization_topics t where t.organization_id = e.id`,
    sql`t.position`,
  ),
  relations: list(
    relation(sql`r`),
    sql`organization_relations r where r.organization_id = e.id and (:archived or r.archived_at is null)`,
    sql`r.id`,
  ),
};

const oneOrganization = statement(
  'organization',
  sql`select e.version, ${object({ ...facts, ...collections })}
      from organizations e where e.id = :id and (:archived or e.archived_at is null)`,
);

const organizations: ListDefinition<OrganizationQuery> = {
  name: 'organizations',
  from: sql`organizations e`,
  item: object({ ...facts, ...counts }),
  filters: {
    q: NAME_FILTER,
    kind: sql`e.kind = :kind`,
    parent: sql`e.parent_id = :parent`,
    place: sql`e.place_id in (select within.id from public.places_within(:place) within)`,
    topic: sql`e.id in (select t.organization_id from organization_topics t where t.topic_id = :topic)`,
  },
  sorts: NAMED_SORTS,
};

/** Reads organizations. */
@Injectable()
export class OrganizationQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One organization; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<OrganizationView>> {
    const organization = await this.database.readRecord<OrganizationView>(
      oneOrganization,
      caller,
      { id },
      tx,
    );
    if (!organization) throw unknownRecord('organization');
    return organization;
  }

  /** A page of organizations. */
  list(query: OrganizationQuery, caller: Caller): Promise<Json<OrganizationPage>> {
    return this.lists.read(organizations, query, caller);
  }
}
