import { Injectable } from '@nestjs/common';
import type { Caller, Json, Precondition } from '#platform';
import { type At, RecordService, Records } from '#records';
import { ORGANIZATION_RELATION } from './organization-relation.record.js';
import type { CreateRelation, PatchRelation, RelationView } from './organization-relations.dto.js';
import { RelationQueries } from './organization-relations.queries.js';
import { relationErrors } from './organization.rules.js';

/** Writes the relations of organizations. */
@Injectable()
export class RelationsService extends RecordService<typeof ORGANIZATION_RELATION> {
  constructor(records: Records, relations: RelationQueries) {
    super(records, ORGANIZATION_RELATION, relations);
  }

  /** Records a relation of an organization. */
  override create(at: At, relation: CreateRelation, caller: Caller): Promise<Json<RelationView>> {
    return super.create(at, { ended: false, ...relation }, caller, relationErrors);
  }

  /** Changes a relation by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    patch: PatchRelation,
    caller: Caller,
  ): Promise<Json<RelationView>> {
    return super.patch(at, match, patch, caller, relationErrors);
  }
}
