import { Module } from '@nestjs/common';
import { ProblemCatalog } from '#platform';
import { CALENDAR_PROBLEMS } from './calendar.rules.js';
import { CalendarsController } from './calendars.controller.js';
import { DavAnswers } from './dav/dav-answers.js';
import { DavMaps } from './dav/dav-maps.js';
import { DavReports } from './dav/dav-reports.js';
import { DavServer } from './dav/dav-server.js';
import { SyncReport } from './dav/sync-report.js';
import { CalendarFormsController } from './forms/calendar-forms.controller.js';
import { FreeBusyController } from './free-busy/free-busy.controller.js';
import { PlaceFreeBusy } from './free-busy/place-free-busy.js';
import { EventFiles } from './event-files.js';
import { ForumFeed } from './forum-feed.js';
import { LINK_PROBLEMS } from './links/calendar-link.rules.js';
import { CalendarLinksController } from './links/calendar-links.controller.js';
import { CalendarLinkQueries } from './links/calendar-links.queries.js';
import { CalendarLinksService } from './links/calendar-links.service.js';
import { LinkAdmission } from './links/link-admission.js';
import { LinkContents } from './links/link-contents.js';
import { PrivateCalendarsController } from './links/private-calendars.controller.js';
import { PrivateCalendars } from './links/private-calendars.js';
import { PrivateFreeBusy } from './links/private-free-busy.js';

/** Visits and forums in everybody's own calendar. */
@Module({
  controllers: [
    CalendarsController,
    CalendarFormsController,
    FreeBusyController,
    CalendarLinksController,
    PrivateCalendarsController,
  ],
  providers: [
    EventFiles,
    ForumFeed,
    PlaceFreeBusy,
    CalendarLinkQueries,
    CalendarLinksService,
    LinkAdmission,
    LinkContents,
    PrivateCalendars,
    PrivateFreeBusy,
    DavAnswers,
    DavMaps,
    DavReports,
    DavServer,
    SyncReport,
  ],
})
export class CalendarsModule {
  constructor(problems: ProblemCatalog) {
    problems.add(CALENDAR_PROBLEMS);
    problems.add(LINK_PROBLEMS);
  }
}
