import {
  type Calendar,
  type CalendarEntry,
  type CalendarTask,
  type WrittenEntry,
  writeCalendar,
  writeTask,
  writeWholeDays,
} from '#icalendar';

/** A form that calendars are written in, all from the same entries. */
export interface CalendarForm {
  /** How the name of a file in it ends. */
  readonly ending: string;
  readonly mediaType: string;
  /** Writes an entry that lasts whole days ahead: it is the same in every calendar. */
  writeWholeDays(entry: CalendarEntry): WrittenEntry;
  /** Writes what is to be done: it has no zone. */
  writeTask(task: CalendarTask): WrittenEntry;
  /** Writes a calendar; what of its entries is written already is so in this form. */
  write(calendar: Calendar): string;
}

/** iCalendar (RFC 5545). */
export const ICALENDAR: CalendarForm = {
  ending: '.ics',
  mediaType: 'text/calendar; charset=utf-8',
  writeWholeDays,
  writeTask,
  write: writeCalendar,
};
