import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  NAMED_SORTS,
  NAME_FILTER,
  type Transaction,
  identityFields,
  list,
  makingFields,
  object,
  shownName,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { PersonPage, PersonQuery, PersonView } from './people.dto.js';
import { position } from './positions.queries.js';

const facts = {
  ...identityFields(sql`e`),
  name: shownName(sql`e`),
  familyName: sql`e.family_name`,
  givenName: sql`e.given_name`,
  nameOrder: sql`e.name_order`,
  honorific: sql`e.honorific`,
  languages: sql`e.languages`,
  ...makingFields(sql`e`),
};

// How a person is reached is read one person at a time, never by the list.
const details = {
  names: sql`e.names`,
  email: sql`e.email`,
  phone: sql`e.phone`,
  notes: sql`e.notes`,
  positions: list(
    position(sql`p`),
    sql`positions p where p.person_id = e.id and (:archived or p.archived_at is null)`,
    sql`p.id`,
  ),
};

const onePerson = statement(
  'person',
  sql`select e.version, ${object({ ...facts, ...details })}
      from people e where e.id = :id and (:archived or e.archived_at is null)`,
);

const people: ListDefinition<PersonQuery> = {
  name: 'people',
  from: sql`people e`,
  item: object({
    ...facts,
    positionCount: sql`(select count(*) from positions p where p.person_id = e.id and p.archived_at is null)`,
  }),
  filters: {
    q: NAME_FILTER,
    organization: sql`e.id in (
      select p.person_id from positions p where p.organization_id = :organization and p.archived_at is null)`,
  },
  sorts: NAMED_SORTS,
};

/** Reads people. */
@Injectable()
export class PersonQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One person; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<PersonView>> {
    const person = await this.database.readRecord<PersonView>(onePerson, caller, { id }, tx);
    if (!person) throw unknownRecord('person');
    return person;
  }

  /** A page of people. */
  list(query: PersonQuery, caller: Caller): Promise<Json<PersonPage>> {
    return this.lists.read(people, query, caller);
  }
}
