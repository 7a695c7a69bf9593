export type { CalendarFile } from './calendar-file.js';
export { CalendarsModule } from './calendars.module.js';
export { ForumFeed } from './forum-feed.js';
export { CalendarLinksService } from './links/calendar-links.service.js';
