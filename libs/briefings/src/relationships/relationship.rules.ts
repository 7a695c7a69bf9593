import { type Constraints, type FieldError, defineProblems, oneOfErrors } from '#refusals';

export const RELATIONSHIP_KINDS = [
  'axis',
  'sister',
  'friendship',
  'cooperation',
  'proximity',
  'rivalry',
  'other',
] as const;
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number];

export const TRENDS = ['growing', 'steady', 'declining', 'dormant'] as const;
export type Trend = (typeof TRENDS)[number];

const SIDES = [
  ['fromPlaceId', 'fromOrganizationId'],
  ['toPlaceId', 'toOrganizationId'],
] as const;

/** The two sides of a relationship. */
export type Sides = { readonly [side in (typeof SIDES)[number][number]]?: string | null };

/** Finds what keeps each side of a relationship from being one place or one organization. */
export function sideErrors(relationship: Sides): FieldError[] {
  const detail = 'Each side of a relationship is one place or one organization.';
  return SIDES.flatMap((fields) =>
    oneOfErrors(relationship, fields, `${detail} Give ${fields.join(' or ')}.`),
  );
}

export const RELATIONSHIP_PROBLEMS = defineProblems({
  'relationship.twice': ['conflict', 'The two have this relationship already'],
  'relationship.to-itself': ['conflict', 'The relationship would lead to where it comes from'],
});

export const RELATIONSHIP_CONSTRAINTS: Constraints = {
  relationships_once: {
    problem: RELATIONSHIP_PROBLEMS['relationship.twice'],
    detail: 'The two have a relationship of this kind already, whichever side comes first; change that one.',
  },
  relationships_not_itself: {
    problem: RELATIONSHIP_PROBLEMS['relationship.to-itself'],
    detail: 'A relationship is between two different places or organizations.',
  },
};
