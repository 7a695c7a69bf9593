import { Injectable } from '@nestjs/common';
import { isOrganization } from '#directory';
import { datedEvent } from '#events';
import { type Collection, allOf, fewOf, object, sql } from '#platform';
import { NAMED_SORTS, nameFilter, RecordQueries, RecordReader, namedFields } from '#records';
import { organizersOf } from './forum-series.fragments.js';
import { FORUM_SERIES } from './forum-series.record.js';

const series = {
  ...namedFields(sql`e`),
  frequency: sql`e.frequency`,
  founded: sql`e.founded`,
};

const organizers = organizersOf(sql`e.id`);
const editions: Collection = [
  datedEvent(sql`f`),
  sql`visible_events(:caller) f where f.series_id = e.id and f.archived_at is null`,
  sql`f.latest_day desc, f.id desc`,
];
const named = fewOf({ organizers, editions });

const details = {
  names: sql`e.names`,
  ...allOf({ organizers }),
  editionCount: named.editionCount!,
  objectives: sql`e.objectives`,
  audience: sql`e.audience`,
  description: sql`e.description`,
};

/** Reads forum series. */
@Injectable()
export class ForumSeriesQueries extends RecordQueries<typeof FORUM_SERIES> {
  constructor(reader: RecordReader) {
    super(reader, FORUM_SERIES, {
      one: object({ ...series, ...details }),
      list: {
        item: object({ ...series, ...named }),
        filters: {
          q: nameFilter('forum_series'),
          organizer: sql`e.id in (select x.series_id from forum_series_organizers x
            where ${isOrganization(sql`x.organization_id`, sql`:organizer`)})`,
        },
        sorts: NAMED_SORTS,
      },
    });
  }
}
