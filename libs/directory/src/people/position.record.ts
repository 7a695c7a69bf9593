import { recordKind } from '#records';
import { PERSON } from './person.record.js';
import { Position } from './position.entity.js';
import { POSITION_CONSTRAINTS, POSITION_PROBLEMS } from './position.rules.js';
import { CreatePosition, PatchPosition, PositionPage, PositionQuery, PositionView } from './positions.dto.js';

/** What a person is at an organization, and for how long. */
export const POSITION = recordKind({
  name: 'position',
  entity: Position,
  path: 'positions',
  tag: 'Directory',
  says: {
    list: 'Lists the positions of a person, as they were recorded.',
    create: 'Records a position of a person.',
  },
  within: PERSON,
  problems: POSITION_PROBLEMS,
  constraints: POSITION_CONSTRAINTS,
  create: CreatePosition,
  patch: PatchPosition,
  query: PositionQuery,
  view: PositionView,
  page: PositionPage,
});
