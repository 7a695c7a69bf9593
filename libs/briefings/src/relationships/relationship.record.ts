import { recordKind } from '#records';
import { Relationship } from './relationship.entity.js';
import { RELATIONSHIP_CONSTRAINTS, RELATIONSHIP_PROBLEMS } from './relationship.rules.js';
import {
  CreateRelationship,
  PatchRelationship,
  RelationshipPage,
  RelationshipQuery,
  RelationshipView,
} from './relationships.dto.js';

/** What two places or organizations are to each other. */
export const RELATIONSHIP = recordKind({
  name: 'relationship',
  entity: Relationship,
  path: 'relationships',
  tag: 'Relationships',
  area: 'entries',
  says: {
    list: 'Lists relationships, by name.',
    create: 'Records a relationship between two places or organizations.',
  },
  problems: RELATIONSHIP_PROBLEMS,
  constraints: RELATIONSHIP_CONSTRAINTS,
  create: CreateRelationship,
  patch: PatchRelationship,
  query: RelationshipQuery,
  view: RelationshipView,
  page: RelationshipPage,
});
