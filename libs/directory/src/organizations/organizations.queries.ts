import { Injectable } from '@nestjs/common';
import { type Collection, allOf, fewOf, list, object, reference, sql } from '#platform';
import { NAMED_SORTS, nameFilter, RecordQueries, RecordReader, namedFields, partFields } from '#records';
import { isWithin } from '../places/places.fragments.js';
import { hasEnded } from '../tenure.fragments.js';
import { relationFields, relationNamed } from './organization-relations.fragments.js';
import { ORGANIZATION } from './organization.record.js';

const organization = {
  ...namedFields(sql`e`),
  kind: sql`e.kind`,
  parent: reference(sql`visible_organizations(:caller)`, sql`e.parent_id`),
  place: reference(sql`visible_places(:caller)`, sql`e.place_id`),
  founded: sql`e.founded`,
  memberCount: sql`e.member_count`,
  website: sql`e.website`,
};

const relations = sql`visible_organization_relations(:caller) r where r.organization_id = e.id`;

const topics: Collection = [
  reference(sql`visible_topics(:caller)`, sql`t.topic_id`),
  sql`organization_topics t where t.organization_id = e.id`,
  sql`t.position`,
];
const relationsInUse: Collection = [
  relationNamed(sql`r`),
  sql`${relations} and r.archived_at is null`,
  sql`r.id`,
];

// How to reach an organization is read one at a time, as with people.
const details = {
  names: sql`e.names`,
  email: sql`e.email`,
  phone: sql`e.phone`,
  contactPerson: reference(sql`visible_people(:caller)`, sql`e.contact_person_id`),
  description: sql`e.description`,
  ...allOf({ topics }),
  relations: list(
    object(partFields(relationFields(sql`r`))),
    sql`${relations} and (:archived or r.archived_at is null)`,
    sql`r.id`,
  ),
};

const presentIn = sql`select o.id from visible_organizations(:caller) o where ${isWithin(sql`o.place_id`, sql`:presentIn`)}
  union all
  select r.organization_id from visible_organization_relations(:caller) r
  where r.kind = 'present_in' and ${isWithin(sql`r.to_place_id`, sql`:presentIn`)} and not ${hasEnded(sql`r`)}
    and r.archived_at is null`;

/** Reads organizations. */
@Injectable()
export class OrganizationQueries extends RecordQueries<typeof ORGANIZATION> {
  constructor(reader: RecordReader) {
    super(reader, ORGANIZATION, {
      one: object({ ...organization, ...details }),
      list: {
        item: object({ ...organization, ...fewOf({ topics, relations: relationsInUse }) }),
        filters: {
          q: nameFilter('organizations'),
          kind: sql`e.kind = :kind`,
          parent: sql`e.parent_id = :parent`,
          place: isWithin(sql`e.place_id`),
          presentIn: sql`e.id in (${presentIn})`,
          topic: sql`e.id in (select t.organization_id from organization_topics t where t.topic_id = :topic)`,
        },
        sorts: NAMED_SORTS,
      },
    });
  }
}
