import { type Constraints, type FieldError, defineProblems } from '#refusals';
import { type Tenure, tenureErrors } from '../tenure.rules.js';

/** Where each kind of relation may lead: to exactly one of these. */
const TARGETS = {
  subsidiary_of: ['toOrganizationId'],
  member_of: ['toOrganizationId'],
  partner_of: ['toOrganizationId'],
  founded_by: ['toOrganizationId', 'toPersonId'],
  operates: ['toOrganizationId'],
  present_in: ['toPlaceId'],
  successor_of: ['toOrganizationId'],
} as const satisfies Record<string, readonly Target[]>;

const ALL_TARGETS = ['toOrganizationId', 'toPersonId', 'toPlaceId'] as const;

type Target = (typeof ALL_TARGETS)[number];

export type RelationKind = keyof typeof TARGETS;

export const RELATION_KINDS = Object.keys(TARGETS) as RelationKind[];

/** A relation as far as its rules look at it. */
export type Relation = Tenure & { readonly kind: RelationKind } & {
  readonly [target in Target]?: string | null;
};

/** Finds what is wrong with a relation: it leads to exactly one record that fits its kind. */
export function relationErrors(relation: Relation): FieldError[] {
  const fitting = TARGETS[relation.kind];
  const detail = `A relation of the kind ${relation.kind} leads to one record only, named by ${fitting.join(' or ')}.`;
  const misplaced = misplacedTargets(fitting, relation);
  return [
    ...misplaced.map((pointer): FieldError => ({ pointer, detail, code: 'relation-target' })),
    ...tenureErrors(relation),
  ];
}

/** Pointers to the targets that do not fit; where one is missing that might be any of several, to the relation. */
function misplacedTargets(fitting: readonly Target[], relation: Relation): readonly string[] {
  const given = ALL_TARGETS.filter((target) => relation[target] != null);
  if (given.length === 0) return [fitting.length === 1 ? `/${fitting[0]}` : ''];
  const unfit = given.filter((target) => !fitting.includes(target));
  const misplaced = given.length > 1 && unfit.length === 0 ? given : unfit;
  return misplaced.map((target) => `/${target}`);
}

export const ORGANIZATION_PROBLEMS = defineProblems({
  'organization.circle': ['conflict', 'The organization would be part of itself'],
});

export const ORGANIZATION_CONSTRAINTS: Constraints = {
  organizations_without_circle: {
    problem: ORGANIZATION_PROBLEMS['organization.circle'],
    detail: 'The parent of an organization cannot be the organization itself, nor part of it.',
  },
};

export const RELATION_PROBLEMS = defineProblems({
  'organization.relation-twice': ['conflict', 'The organization has this relation already'],
  'organization.relation-circle': ['conflict', 'The organization would be above itself'],
  'organization.relation-to-itself': ['conflict', 'The organization would be related to itself'],
});

export const RELATION_CONSTRAINTS: Constraints = {
  organization_relations_once: {
    problem: RELATION_PROBLEMS['organization.relation-twice'],
    detail: 'The organization has this relation already, since the same time; change that one.',
  },
  organization_relations_without_circle: {
    problem: RELATION_PROBLEMS['organization.relation-circle'],
    detail: 'Relations of this kind already lead back from that organization to this one, at the same time.',
  },
  organization_relations_not_itself: {
    problem: RELATION_PROBLEMS['organization.relation-to-itself'],
    detail: 'A relation leads from one organization to another.',
  },
};
