import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  RECORDED_SORT,
  type Sql,
  type Transaction,
  callerValues,
  identityFields,
  makingFields,
  object,
  reference,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { RelationPage, RelationQuery, RelationView } from './organization-relations.dto.js';

/** Where a relation stands: the organization in its address. */
export interface RelationAt {
  readonly organizationId: string;
}

/** A relation as it stands in its organization and by itself. */
export function relation(row: Sql): Sql {
  return object({
    ...identityFields(row),
    kind: sql`${row}.kind`,
    organization: reference(sql`organizations`, sql`${row}.to_organization_id`),
    person: reference(sql`people`, sql`${row}.to_person_id`),
    place: reference(sql`places`, sql`${row}.to_place_id`),
    since: sql`${row}.since`,
    until: sql`${row}.until`,
    ...makingFields(row),
  });
}

const knownOrganization = statement(
  'known-organization',
  sql`select o.id from organizations o where o.id = :organizationId and (:archived or o.archived_at is null)`,
);

/** One relation at its own address, as row `e`. */
export const oneRelation = sql`from organization_relations e join organizations o on o.id = e.organization_id
  where e.id = :id and o.id = :organizationId
    and (:archived or (e.archived_at is null and o.archived_at is null))`;

const readRelation = statement(
  'organization-relation',
  sql`select e.version, ${relation(sql`e`)} ${oneRelation}`,
);

const relations: ListDefinition<RelationQuery> = {
  name: 'organization-relations',
  from: sql`organization_relations e`,
  item: relation(sql`e`),
  where: sql`e.organization_id = :organizationId`,
  filters: {},
  sorts: RECORDED_SORT,
};

/** Reads the relations of organizations. */
@Injectable()
export class RelationQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One relation; unknown where there is none for this caller. */
  async read(id: string, at: RelationAt, caller: Caller, tx?: Transaction): Promise<Json<RelationView>> {
    const found = await this.database.readRecord<RelationView>(readRelation, caller, { id, ...at }, tx);
    if (!found) throw unknownRecord('relation');
    return found;
  }

  /** A page of the relations of an organization. */
  async list(at: RelationAt, query: RelationQuery, caller: Caller): Promise<Json<RelationPage>> {
    const values = { ...callerValues(caller), ...at };
    if (!(await this.database.readRow(knownOrganization, values))) throw unknownRecord('organization');
    return this.lists.read(relations, query, caller, { ...at });
  }
}
