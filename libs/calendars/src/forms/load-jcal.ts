import type { CalendarForm } from './calendar-form.js';

/** jCal; what reads iCalendar is loaded once it is asked for. */
export async function loadJcal(): Promise<CalendarForm> {
  return (await import('./jcal.js')).JCAL;
}
