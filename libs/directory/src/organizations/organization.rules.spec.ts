import { describe, expect, it } from '@jest/globals';
import {
  ORGANIZATION_CONSTRAINTS,
  RELATION_CONSTRAINTS,
  RELATION_KINDS,
  type Relation,
  relationErrors,
} from './organization.rules.js';
import { explained } from '#refusals/testing';

const ID = '019a8f3e-4c00-7000-8000-000000000001';
const fieldsAtFault = (relation: Relation): string[] =>
  relationErrors(relation).map(({ pointer }) => pointer);

describe('An organization', () => {
  it('is never part of itself', () => {
    expect(ORGANIZATION_CONSTRAINTS).toEqual({
      organizations_without_circle: {
        problem: explained({
          code: 'organization.circle',
          kind: 'conflict',
          title: 'The organization would be part of itself',
        }),
        detail: 'The parent of an organization cannot be the organization itself, nor part of it.',
      },
    });
  });

  it('is related to another once, and never to itself, directly or through others', () => {
    expect(RELATION_CONSTRAINTS).toEqual({
      organization_relations_once: {
        problem: explained({
          code: 'organization.relation-twice',
          kind: 'conflict',
          title: 'The organization has this relation already',
        }),
        detail: 'The organization has this relation already, since the same time; change that one.',
      },
      organization_relations_without_circle: {
        problem: explained({
          code: 'organization.relation-circle',
          kind: 'conflict',
          title: 'The organization would be above itself',
        }),
        detail:
          'Relations of this kind already lead back from that organization to this one, at the same time.',
      },
      organization_relations_not_itself: {
        problem: explained({
          code: 'organization.relation-to-itself',
          kind: 'conflict',
          title: 'The organization would be related to itself',
        }),
        detail: 'A relation leads from one organization to another.',
      },
    });
  });
});

describe('A relation of an organization', () => {
  it.each(['subsidiary_of', 'member_of', 'partner_of', 'operates'] as const)(
    '%s leads to an organization',
    (kind) => {
      expect(fieldsAtFault({ kind, toOrganizationId: ID })).toEqual([]);
      expect(fieldsAtFault({ kind, toPersonId: ID })).toEqual(['/toPersonId']);
      expect(fieldsAtFault({ kind, toPlaceId: ID })).toEqual(['/toPlaceId']);
    },
  );

  it('present_in leads to a place', () => {
    expect(fieldsAtFault({ kind: 'present_in', toPlaceId: ID })).toEqual([]);
    expect(fieldsAtFault({ kind: 'present_in', toOrganizationId: ID })).toEqual(['/toOrganizationId']);
  });

  it('founded_by leads to a person or an organization, not to both', () => {
    expect(fieldsAtFault({ kind: 'founded_by', toPersonId: ID })).toEqual([]);
    expect(fieldsAtFault({ kind: 'founded_by', toOrganizationId: ID })).toEqual([]);
    expect(fieldsAtFault({ kind: 'founded_by', toPersonId: ID, toOrganizationId: ID })).toEqual([
      '/toOrganizationId',
      '/toPersonId',
    ]);
  });

  it('present_in leads to no person', () => {
    expect(fieldsAtFault({ kind: 'present_in', toPersonId: ID })).toEqual(['/toPersonId']);
  });

  it('names what does not fit beside what does', () => {
    expect(fieldsAtFault({ kind: 'founded_by', toPersonId: ID, toPlaceId: ID })).toEqual(['/toPlaceId']);
    expect(
      fieldsAtFault({ kind: 'present_in', toPersonId: ID, toPlaceId: ID, toOrganizationId: ID }),
    ).toEqual(['/toOrganizationId', '/toPersonId']);
  });

  it.each<[Relation['kind'], string[]]>([
    ['subsidiary_of', ['toOrganizationId']],
    ['member_of', ['toOrganizationId']],
    ['partner_of', ['toOrganizationId']],
    ['founded_by', ['toOrganizationId', 'toPersonId']],
    ['operates', ['toOrganizationId']],
    ['present_in', ['toPlaceId']],
  ])('%s leads somewhere: to one of %j', (kind, targets) => {
    const errors = [
      {
        pointer: targets.length === 1 ? `/${targets[0]}` : '',
        detail: `A relation of the kind ${kind} leads to one record only, named by ${targets.join(' or ')}.`,
        code: 'relation-target',
      },
    ];
    expect(relationErrors({ kind })).toEqual(errors);
    expect(relationErrors({ kind, toOrganizationId: null, toPersonId: null, toPlaceId: null })).toEqual(
      errors,
    );
  });

  it('is of one of these kinds', () => {
    expect(RELATION_KINDS).toEqual([
      'subsidiary_of',
      'member_of',
      'partner_of',
      'founded_by',
      'operates',
      'present_in',
      'successor_of',
    ]);
  });

  it('does not end before it began', () => {
    const relation = { kind: 'member_of', toOrganizationId: ID, since: '2017', until: '2016-12' } as const;
    expect(fieldsAtFault(relation)).toEqual(['/until']);
    expect(fieldsAtFault({ ...relation, toPersonId: ID })).toEqual(['/toPersonId', '/until']);
  });
});
