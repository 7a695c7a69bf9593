import { recordKind } from '#records';
import {
  CreatePerson,
  CreatedPerson,
  PatchPerson,
  PersonPage,
  PersonQuery,
  PersonView,
} from './people.dto.js';
import { Person } from './person.entity.js';
import { PERSON_CONSTRAINTS, PERSON_PROBLEMS } from './person.rules.js';

/** Somebody an office deals with. */
export const PERSON = recordKind({
  name: 'person',
  plural: 'people',
  entity: Person,
  path: 'people',
  tag: 'Directory',
  area: 'directory',
  merges: true,
  says: { list: 'Lists people, by name.' },
  problems: PERSON_PROBLEMS,
  constraints: PERSON_CONSTRAINTS,
  create: CreatePerson,
  patch: PatchPerson,
  query: PersonQuery,
  view: PersonView,
  created: CreatedPerson,
  page: PersonPage,
});
