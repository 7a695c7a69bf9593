export type { CalendarFile } from './calendar-file.js';
export { CalendarsModule } from './calendars.module.js';
export { ForumFeed } from './forum-feed.js';
export { ICALENDAR } from './forms/calendar-form.js';
export { CalendarLinksService } from './links/calendar-links.service.js';
export { LinkContents } from './links/link-contents.js';
export { PrivateCalendars } from './links/private-calendars.js';
