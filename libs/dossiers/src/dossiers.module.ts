import { Module } from '@nestjs/common';
import { AgreementsModule } from '#agreements';
import { EventsModule } from '#events';
import { FollowUpsModule } from '#follow-ups';
import { TimelineController } from './timeline.controller.js';
import { TimelineQueries } from './timeline.queries.js';

/** What the office knows of one place, organization, person or delegation, from everywhere. */
@Module({
  imports: [AgreementsModule, EventsModule, FollowUpsModule],
  controllers: [TimelineController],
  providers: [TimelineQueries],
})
export class DossiersModule {}
