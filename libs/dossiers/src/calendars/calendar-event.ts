import type { FieldCode } from '#refusals';
import type ICAL from 'ical.js';

/** When an entry takes place: on days, or at times as they were written. */
export type EntryTime =
  | { readonly first: string; readonly last: string }
  | { readonly starts: string; readonly ends: string | null };

/** One entry of a calendar, or one repetition of it. */
export interface CalendarEvent {
  readonly uid: string;
  /** The day of the repetition, where it is one. */
  readonly repetition: string | null;
  /** The line that it begins in. */
  readonly line: number;
  readonly time: EntryTime | null;
  readonly part: ICAL.Component;
  /** What the calendar that it is in says of itself. */
  readonly calendar: ICAL.Component;
}

/** An entry that cannot be taken, with what is wrong. */
export interface EntryFault extends Omit<CalendarEvent, 'time'> {
  readonly detail: string;
  readonly code: FieldCode;
}
