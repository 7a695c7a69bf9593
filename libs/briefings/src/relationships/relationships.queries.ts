import { Inject, Injectable } from '@nestjs/common';
import { isOrganization, isWithin } from '#directory';
import { type Sql, object, reference, shownText, sql } from '#platform';
import { NAMED_SORTS, nameFilter, RecordQueries, RecordReader, namedFields } from '#records';
import { RELATIONSHIP } from './relationship.record.js';

const relationship = {
  ...namedFields(sql`e`),
  fromPlace: reference(sql`visible_places(:caller)`, sql`e.from_place_id`),
  fromOrganization: reference(sql`visible_organizations(:caller)`, sql`e.from_organization_id`),
  toPlace: reference(sql`visible_places(:caller)`, sql`e.to_place_id`),
  toOrganization: reference(sql`visible_organizations(:caller)`, sql`e.to_organization_id`),
  kind: sql`e.kind`,
  trend: sql`e.trend`,
  since: sql`e.since`,
  until: sql`e.until`,
  verification: sql`e.verification`,
};

/** What the sides of the relationship `:id` have together, as a feature above tells it: the JSON of a `TogetherView`. */
export const TOGETHER = Symbol('TOGETHER');

/** Reads relationships. */
@Injectable()
export class RelationshipQueries extends RecordQueries<typeof RELATIONSHIP> {
  constructor(reader: RecordReader, @Inject(TOGETHER) together: Sql) {
    super(reader, RELATIONSHIP, {
      one: object({ ...relationship, names: sql`e.names`, basis: sql`e.basis`, together }),
      list: {
        item: object({ ...relationship, basis: shownText(sql`e.basis`) }),
        filters: {
          q: nameFilter('relationships'),
          place: sql`(${isWithin(sql`e.from_id`)} or ${isWithin(sql`e.to_id`)})`,
          organization: sql`(${isOrganization(sql`e.from_id`)} or ${isOrganization(sql`e.to_id`)})`,
          kind: sql`e.kind = :kind`,
          trend: sql`e.trend = :trend`,
        },
        sorts: NAMED_SORTS,
        verification: sql`e.verification`,
      },
    });
  }
}
