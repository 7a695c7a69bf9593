import { writeEvent, writeGroup, writeJsTask } from '#icalendar';
import type { CalendarForm } from './calendar-form.js';

/** JSCalendar (RFC 8984): a group of events, with what they are called in every language. */
export const JSCALENDAR: CalendarForm = {
  ending: '.jscalendar.json',
  mediaType: 'application/jscalendar+json;type=group',
  writeWholeDays: (entry) => JSON.stringify(writeEvent(entry)),
  writeTask: (task) => JSON.stringify(writeJsTask(task)),
  write: writeGroup,
};
