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
import type { ForumSeriesPage, ForumSeriesQuery, ForumSeriesView } from './forum-series.dto.js';

const item = {
  ...identityFields(sql`e`),
  name: shownName(sql`e`),
  frequency: sql`e.frequency`,
  editionCount: sql`(select count(*) from visible_events(:caller) f where f.series_id = e.id and f.archived_at is null)`,
  ...makingFields(sql`e`),
};

const organizers = list(
  object({ id: sql`o.id`, name: shownName(sql`o`) }),
  sql`forum_series_organizers x join organizations o on o.id = x.organization_id where x.series_id = e.id`,
  sql`x.position`,
);

const oneSeries = statement(
  'forum-series',
  sql`select e.version, ${object({ ...item, names: sql`e.names`, organizers, objectives: sql`e.objectives`, audience: sql`e.audience` })}
      from forum_series e where e.id = :id and (:archived or e.archived_at is null)`,
);

const series: ListDefinition<ForumSeriesQuery> = {
  name: 'forum-series',
  from: sql`forum_series e`,
  item: object(item),
  filters: {
    q: NAME_FILTER,
    organizer: sql`e.id in (select x.series_id from forum_series_organizers x where x.organization_id = :organizer)`,
  },
  sorts: NAMED_SORTS,
};

/** Reads forum series. */
@Injectable()
export class ForumSeriesQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One forum series. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<ForumSeriesView>> {
    const one = await this.database.readRecord<ForumSeriesView>(oneSeries, caller, { id }, tx);
    if (!one) throw unknownRecord('forum series');
    return one;
  }

  /** A page of forum series. */
  list(query: ForumSeriesQuery, caller: Caller): Promise<Json<ForumSeriesPage>> {
    return this.lists.read(series, query, caller);
  }
}
