import { Module } from '@nestjs/common';
import { CalendarsController } from './calendars.controller.js';
import { EventFiles } from './event-files.js';
import { ForumFeed } from './forum-feed.js';

/** Visits and forums in everybody's own calendar. */
@Module({
  controllers: [CalendarsController],
  providers: [EventFiles, ForumFeed],
})
export class CalendarsModule {}
