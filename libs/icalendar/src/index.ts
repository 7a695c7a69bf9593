export {
  type Calendar,
  type CalendarEntry,
  type WrittenEntry,
  writeCalendar,
  writeWholeDays,
} from './calendar.js';
export { PRODUCT, escapeText, joinLines, writeLine, writeProperty } from './content-line.js';
export { type FreeBusy, writeFreeBusy } from './free-busy.js';
export { type JsEvent, type JsTask, writeEvent, writeGroup, writeJsTask } from './jscalendar.js';
export { type CalendarTask, writeTask } from './task.js';
export { isTimeZone } from './time-zone.js';
export type { When } from './when.js';
export { WEEKDAYS } from './yearly-rule.js';
