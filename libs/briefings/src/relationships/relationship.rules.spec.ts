import { expect, it } from '@jest/globals';
import { RELATIONSHIP_CONSTRAINTS, type Sides, sideErrors } from './relationship.rules.js';

it.each<Sides>([
  { fromPlaceId: 'a', toPlaceId: 'b' },
  { fromPlaceId: 'a', toOrganizationId: 'b', toPlaceId: null },
  { fromOrganizationId: 'a', toOrganizationId: 'b' },
])('A relationship may be between %j', (sides) => {
  expect(sideErrors(sides)).toEqual([]);
});

it.each<[Sides, string[]]>([
  [{}, ['', '']],
  [{ fromPlaceId: 'a' }, ['']],
  [{ fromPlaceId: 'a', fromOrganizationId: 'b', toPlaceId: 'c' }, ['/fromPlaceId', '/fromOrganizationId']],
  [{ fromPlaceId: 'a', toPlaceId: 'b', toOrganizationId: 'c' }, ['/toPlaceId', '/toOrganizationId']],
])('A relationship is not between %j', (sides, pointers) => {
  expect(sideErrors(sides).map(({ pointer, code }) => [pointer, code])).toEqual(
    pointers.map((pointer) => [pointer, 'one-of']),
  );
});

it('What the database refuses of relationships is told', () => {
  const codes = Object.values(RELATIONSHIP_CONSTRAINTS).map(
    (meaning) => 'problem' in meaning && meaning.problem.code,
  );
  expect(codes).toEqual(['relationship.twice', 'relationship.to-itself']);
});
