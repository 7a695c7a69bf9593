import type { WrittenEntry } from './calendar.js';
import { writeLine, writeProperty, writeText } from './content-line.js';
import { writeDate, writeInstant } from './date-time.js';

/** Something to be done: a VTODO (RFC 5545, 3.6.2). */
export interface CalendarTask {
  /** Kept with the record and never recomputed. */
  uid: string;
  /** Rises with each change. */
  sequence: number;
  created: Temporal.Instant;
  /** The last change: DTSTAMP and LAST-MODIFIED. */
  changed: Temporal.Instant;
  /** The last day on which it is in time; left out where that is not known to the day. */
  due?: Temporal.PlainDate;
  status: 'NEEDS-ACTION' | 'IN-PROCESS' | 'COMPLETED' | 'CANCELLED';
  /** From 1, the highest, to 9. */
  priority: number;
  summary: string;
  description?: string;
  /** Whether it is for nobody but the owner of the calendar. */
  private?: boolean;
}

/** Writes a task, which is the same in every calendar, since it has no time that would need a zone. */
export function writeTask(task: CalendarTask): WrittenEntry {
  const changed = writeInstant(task.changed);
  const { due, description } = task;
  const lines = [
    'BEGIN:VTODO',
    writeLine('UID', task.uid),
    writeProperty('DTSTAMP', changed),
    ...(due ? [writeProperty('DUE', writeDate(due), { VALUE: 'DATE' })] : []),
    writeProperty('CREATED', writeInstant(task.created)),
    writeProperty('LAST-MODIFIED', changed),
    writeProperty('SEQUENCE', String(task.sequence)),
    ...(task.private ? [writeProperty('CLASS', 'PRIVATE')] : []),
    writeProperty('STATUS', task.status),
    writeProperty('PRIORITY', String(task.priority)),
    writeLine('SUMMARY', task.summary),
    ...(description ? [writeText('DESCRIPTION', description)] : []),
    'END:VTODO',
  ];
  return lines.join('\r\n');
}
