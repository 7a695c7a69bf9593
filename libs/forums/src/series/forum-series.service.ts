import { Injectable } from '@nestjs/common';
import { type Caller, type Json, type Precondition, insertLinks } from '#platform';
import { type At, RecordService, Records, replacedLinks } from '#records';
import type { CreateForumSeries, ForumSeriesView, PatchForumSeries } from './forum-series.dto.js';
import { ForumSeriesQueries } from './forum-series.queries.js';
import { FORUM_SERIES } from './forum-series.record.js';

/** Writes forum series. */
@Injectable()
export class ForumSeriesService extends RecordService<typeof FORUM_SERIES> {
  constructor(records: Records, series: ForumSeriesQueries) {
    super(records, FORUM_SERIES, series);
  }

  /** Records a forum series with its organizers. */
  override create(
    at: At,
    { organizerIds = [], objectives = [], ...series }: CreateForumSeries,
    caller: Caller,
  ): Promise<Json<ForumSeriesView>> {
    return this.add(at, caller, async (tx) => {
      const id = await this.records.insert(tx, FORUM_SERIES, { ...series, objectives }, caller);
      await insertLinks(tx, 'forum_series_organizers', ['series_id', id], ['organization_id', organizerIds]);
      return id;
    });
  }

  /** Changes a forum series by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    { organizerIds, ...patch }: PatchForumSeries,
    caller: Caller,
  ): Promise<Json<ForumSeriesView>> {
    return this.edit(at, match, caller, (tx, series) => {
      const own = ['series_id', series.id] as const;
      const lists = [
        replacedLinks('forum_series_organizers', own, 'organization_id', ['organizerIds', organizerIds]),
      ];
      return this.records.patch(tx, FORUM_SERIES, series, patch, caller, { lists });
    });
  }
}
