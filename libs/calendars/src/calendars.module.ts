import { Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { CALENDAR_PROBLEMS } from './calendar.rules.js';
import { CalendarsController } from './calendars.controller.js';
import { EventFiles } from './event-files.js';
import { ForumFeed } from './forum-feed.js';

/** Visits and forums in everybody's own calendar. */
@Module({
  controllers: [CalendarsController],
  providers: [EventFiles, ForumFeed],
})
export class CalendarsModule {
  constructor(problems: ProblemCatalog) {
    problems.add(CALENDAR_PROBLEMS);
  }
}
