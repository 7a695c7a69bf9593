import { Injectable } from '@nestjs/common';
import { type Collection, fewOf, list, object, sql } from '#platform';
import { NAMED_SORTS, nameFilter, RecordQueries, RecordReader, namedFields, partFields } from '#records';
import { hasEnded } from '../tenure.fragments.js';
import { isOrganization } from '../organizations/succession.fragments.js';
import { forContacts } from './contact.fragments.js';
import { PERSON } from './person.record.js';
import { positionFields, positionNamed } from './positions.fragments.js';

const person = {
  ...namedFields(sql`e`),
  notes: forContacts(sql`e.notes`),
  familyName: sql`e.family_name`,
  givenName: sql`e.given_name`,
  nameOrder: sql`e.name_order`,
  honorific: sql`e.honorific`,
  languages: sql`e.languages`,
};

const positions = sql`visible_positions(:caller) p where p.person_id = e.id`;

// What somebody is comes before what they were.
const presentFirst: Collection = [
  positionNamed(sql`p`),
  sql`${positions} and p.archived_at is null`,
  sql`${hasEnded(sql`p`)}, p.id`,
];

// How to reach a person is read one person at a time, never in a list.
const details = {
  names: sql`e.names`,
  email: forContacts(sql`e.email`),
  phone: forContacts(sql`e.phone`),
  positions: list(
    object(partFields(positionFields(sql`p`))),
    sql`${positions} and (:archived or p.archived_at is null)`,
    sql`p.id`,
  ),
};

/** Reads people. */
@Injectable()
export class PersonQueries extends RecordQueries<typeof PERSON> {
  constructor(reader: RecordReader) {
    super(reader, PERSON, {
      one: object({ ...person, ...details }),
      list: {
        item: object({ ...person, ...fewOf({ positions: presentFirst }) }),
        filters: {
          q: nameFilter('people'),
          organization: sql`e.id in (select p.person_id from visible_positions(:caller) p
            where ${isOrganization(sql`p.organization_id`)} and p.archived_at is null)`,
        },
        sorts: NAMED_SORTS,
      },
    });
  }
}
