import ICAL from 'ical.js';
import { type Calendar, writeCalendar, writeTask, writeWholeDays } from '#icalendar';
import type { CalendarForm } from './calendar-form.js';

/** jCal (RFC 7265): what a reader makes of iCalendar. */
export const JCAL: CalendarForm = {
  ending: '.jcal.json',
  mediaType: 'application/calendar+json',
  writeWholeDays: (entry) => JSON.stringify(ICAL.parse(writeWholeDays(entry))),
  writeTask: (task) => JSON.stringify(ICAL.parse(writeTask(task))),
  write: writeJcal,
};

type Component = [name: string, properties: unknown[], components: Component[]];

/** Stands for what is written already, while what is around it is written: a calendar of none has a zone instead. */
const WRITTEN = 'BEGIN:VEVENT\r\nEND:VEVENT';

function writeJcal(calendar: Calendar): string {
  const entries = calendar.entries.map((entry) => (typeof entry === 'string' ? WRITTEN : entry));
  // A feed of thousands, all written ahead, is parsed no more than one of them.
  const isAhead = entries.length > 0 && entries.every((entry) => entry === WRITTEN);
  const text = writeCalendar({ ...calendar, entries: isAhead ? [WRITTEN] : entries });
  const [name, properties, components] = ICAL.parse(text) as Component;
  const isZone = ([component]: Component): boolean => component === 'vtimezone';
  const others = components.filter((component) => !isZone(component));
  const written = calendar.entries.map((entry, at) =>
    typeof entry === 'string' ? entry : JSON.stringify(others[at]),
  );
  const all = [...components.filter(isZone).map((zone) => JSON.stringify(zone)), ...written];
  return `[${JSON.stringify(name)},${JSON.stringify(properties)},[${all.join(',')}]]`;
}
