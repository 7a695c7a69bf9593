import { Injectable } from '@nestjs/common';
import { list, object, referenceTo, sql } from '#platform';
import { NAMED_SORTS, NAME_FILTER, RecordQueries, RecordReader, namedFields } from '#records';
import { FORUM_SERIES } from './forum-series.record.js';

const series = {
  ...namedFields(sql`e`),
  frequency: sql`e.frequency`,
  founded: sql`e.founded`,
  editionCount: sql`(select count(*) from visible_events(:caller) f where f.series_id = e.id and f.archived_at is null)`,
};

const organizers = list(
  referenceTo(sql`o`),
  sql`forum_series_organizers x join visible_organizations(:caller) o on o.id = x.organization_id where x.series_id = e.id`,
  sql`x.position`,
);

const details = {
  names: sql`e.names`,
  organizers,
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
        item: object(series),
        filters: {
          q: NAME_FILTER,
          organizer: sql`e.id in (select x.series_id from forum_series_organizers x where x.organization_id = :organizer)`,
        },
        sorts: NAMED_SORTS,
      },
    });
  }
}
