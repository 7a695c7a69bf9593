import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  assertValid,
  created,
} from '#platform';
import { OrganizationRelation } from './organization-relation.entity.js';
import { CreateRelation, type PatchRelation, type RelationView } from './organization-relations.dto.js';
import { type RelationAt, RelationQueries } from './organization-relations.queries.js';
import { relationErrors } from './organizations.rules.js';
import { ORGANIZATION } from './organizations.service.js';

/** Writes the relations of organizations. */
@Injectable()
export class RelationsService extends RecordService<OrganizationRelation, RelationView, RelationAt> {
  constructor(
    database: Database,
    records: Records,
    private readonly relations: RelationQueries,
  ) {
    super(database, records, { entity: OrganizationRelation, name: 'relation', input: CreateRelation });
  }

  /** Records a relation of an organization. */
  create(at: RelationAt, relation: CreateRelation, caller: Caller): Promise<Json<RelationView>> {
    return this.database.transaction(async (tx) => {
      await this.records.lock(tx, ORGANIZATION, at.organizationId, null);
      assertValid(relationErrors(relation));
      const id = await this.records.insert(tx, this.kind, { ...relation, ...at }, caller);
      return created(id, await this.readBack(id, caller, tx, at));
    });
  }

  /** Changes a relation by a merge patch. */
  patch(
    at: RelationAt,
    id: string,
    match: Precondition,
    patch: PatchRelation,
    caller: Caller,
  ): Promise<Json<RelationView>> {
    const change = (tx: Transaction, relation: OrganizationRelation): Promise<OrganizationRelation> => {
      assertValid(relationErrors({ ...relation, ...patch }));
      return this.records.patch(tx, this.kind, relation, patch, caller);
    };
    return this.change(id, match, caller, change, at);
  }

  protected readBack(
    id: string,
    caller: Caller,
    tx: Transaction,
    at: RelationAt,
  ): Promise<Json<RelationView>> {
    return this.relations.read(id, at, caller, tx);
  }
}
