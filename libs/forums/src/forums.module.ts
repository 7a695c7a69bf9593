import { Module } from '@nestjs/common';
import { EventsModule } from '#events';
import { ParticipantsModule } from '#participants';
import { HistoryOf, recordIn, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Forum } from './forum.entity.js';
import { ForumsController } from './forums.controller.js';
import { ForumQueries } from './forums.queries.js';
import { ForumsService } from './forums.service.js';
import { ForumSeriesController } from './series/forum-series.controller.js';
import { ForumSeries } from './series/forum-series.entity.js';
import { ForumSeriesQueries } from './series/forum-series.queries.js';
import { ForumSeriesService } from './series/forum-series.service.js';

/** Forum series and their editions. */
@Module({
  imports: [TypeOrmModule.forFeature([Forum, ForumSeries]), EventsModule, ParticipantsModule],
  controllers: [
    ForumSeriesController,
    ForumsController,
    HistoryOf({
      tag: 'Forums',
      name: 'forum',
      path: 'forums/:id',
      record: sql`${recordIn(sql`visible_events(:caller)`)} and e.kind = 'forum'`,
    }),
    HistoryOf({
      tag: 'Forum series',
      name: 'forum series',
      path: 'forum-series/:id',
      record: recordIn(sql`forum_series`),
    }),
  ],
  providers: [ForumQueries, ForumSeriesQueries, ForumSeriesService, ForumsService],
})
export class ForumsModule {}
