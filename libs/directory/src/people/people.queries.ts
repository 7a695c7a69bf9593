import { Injectable } from '@nestjs/common';
import { list, object, sql } from '#platform';
import { NAMED_SORTS, NAME_FILTER, RecordQueries, RecordReader, namedFields } from '#records';
import { isOrganization } from '../organizations/succession.fragments.js';
import { PERSON } from './person.record.js';
import { position } from './positions.fragments.js';

const person = {
  ...namedFields(sql`e`),
  familyName: sql`e.family_name`,
  givenName: sql`e.given_name`,
  nameOrder: sql`e.name_order`,
  honorific: sql`e.honorific`,
  languages: sql`e.languages`,
};

const positions = sql`visible_positions(:caller) p where p.person_id = e.id`;

// How to reach a person is read one person at a time, never in a list.
const details = {
  names: sql`e.names`,
  email: sql`e.email`,
  phone: sql`e.phone`,
  positions: list(position(sql`p`), sql`${positions} and (:archived or p.archived_at is null)`, sql`p.id`),
};

/** Reads people. */
@Injectable()
export class PersonQueries extends RecordQueries<typeof PERSON> {
  constructor(reader: RecordReader) {
    super(reader, PERSON, {
      one: object({ ...person, ...details }),
      list: {
        item: object({
          ...person,
          positionCount: sql`(select count(*) from ${positions} and p.archived_at is null)`,
        }),
        filters: {
          q: NAME_FILTER,
          organization: sql`e.id in (select p.person_id from visible_positions(:caller) p
            where ${isOrganization(sql`p.organization_id`)} and p.archived_at is null)`,
        },
        sorts: NAMED_SORTS,
      },
    });
  }
}
