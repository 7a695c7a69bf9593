import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  created,
  insertLinks,
  replaceLinks,
} from '#platform';
import { CreateForumSeries, type ForumSeriesView, type PatchForumSeries } from './forum-series.dto.js';
import { ForumSeries } from './forum-series.entity.js';
import { ForumSeriesQueries } from './forum-series.queries.js';

/** Writes forum series. */
@Injectable()
export class ForumSeriesService extends RecordService<ForumSeries, ForumSeriesView> {
  constructor(
    database: Database,
    records: Records,
    private readonly series: ForumSeriesQueries,
  ) {
    super(database, records, { entity: ForumSeries, name: 'forum series', input: CreateForumSeries });
  }

  /** Records a forum series. */
  create(
    { organizerIds = [], objectives = [], ...series }: CreateForumSeries,
    caller: Caller,
  ): Promise<Json<ForumSeriesView>> {
    return this.database.transaction(async (tx) => {
      const id = await this.records.insert(tx, this.kind, { ...series, objectives }, caller);
      await insertLinks(tx, 'forum_series_organizers', ['series_id', id], ['organization_id', organizerIds]);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes a forum series by a merge patch. */
  patch(
    id: string,
    match: Precondition,
    { organizerIds, ...patch }: PatchForumSeries,
    caller: Caller,
  ): Promise<Json<ForumSeriesView>> {
    return this.change(id, match, caller, async (tx, series) => {
      await this.records.patch(tx, this.kind, series, patch, caller);
      if (organizerIds)
        await replaceLinks(
          tx,
          'forum_series_organizers',
          ['series_id', id],
          ['organization_id', organizerIds],
        );
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<ForumSeriesView>> {
    return this.series.read(id, caller, tx);
  }
}
