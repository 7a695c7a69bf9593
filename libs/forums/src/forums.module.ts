import { Module } from '@nestjs/common';
import { EventsModule } from '#events';
import { FollowUpsModule } from '#follow-ups';
import { ParticipantsModule } from '#participants';
import { RecordsModule } from '#records';
import { FORUM } from './forum.record.js';
import { ForumsController } from './forums.controller.js';
import { ForumQueries } from './forums.queries.js';
import { ForumsService } from './forums.service.js';
import { FORUM_SERIES } from './series/forum-series.record.js';
import { ForumSeriesController } from './series/forum-series.controller.js';
import { ForumSeriesQueries } from './series/forum-series.queries.js';
import { ForumSeriesService } from './series/forum-series.service.js';

/** Forum series and their editions. */
@Module({
  imports: [RecordsModule.of([FORUM_SERIES, FORUM]), EventsModule, FollowUpsModule, ParticipantsModule],
  controllers: [ForumSeriesController, ForumsController],
  providers: [ForumQueries, ForumSeriesQueries, ForumSeriesService, ForumsService],
})
export class ForumsModule {}
