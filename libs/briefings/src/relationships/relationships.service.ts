import { Injectable } from '@nestjs/common';
import { type Tenure, tenureErrors } from '#directory';
import type { Caller, Json, Precondition } from '#platform';
import { type At, RecordService, Records } from '#records';
import type { FieldError } from '#refusals';
import { RELATIONSHIP } from './relationship.record.js';
import { type Sides, sideErrors } from './relationship.rules.js';
import type { CreateRelationship, PatchRelationship, RelationshipView } from './relationships.dto.js';
import { RelationshipQueries } from './relationships.queries.js';

/** Writes relationships. */
@Injectable()
export class RelationshipsService extends RecordService<typeof RELATIONSHIP> {
  constructor(records: Records, relationships: RelationshipQueries) {
    super(records, RELATIONSHIP, relationships);
  }

  /** Records a relationship between two places or organizations. */
  override create(at: At, input: CreateRelationship, caller: Caller): Promise<Json<RelationshipView>> {
    return super.create(at, { verification: 'reported', ...input }, caller, errorsIn);
  }

  /** Changes a relationship by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    patch: PatchRelationship,
    caller: Caller,
  ): Promise<Json<RelationshipView>> {
    return super.patch(at, match, patch, caller, errorsIn);
  }
}

function errorsIn(relationship: Sides & Tenure): FieldError[] {
  return [...sideErrors(relationship), ...tenureErrors(relationship)];
}
