import { PRODUCT, writeProperty } from './content-line.js';
import { writeInstant } from './date-time.js';

/** When somebody or something is taken, and nothing else of it. */
export interface FreeBusy {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** The last change of what it is made of. */
  readonly changed: Temporal.Instant;
  /** In order, none of which touches another of its type. */
  readonly busy: readonly BusyTime[];
}

/** From when until when, and how surely, where that is known. */
type BusyTime = readonly [from: Temporal.Instant, until: Temporal.Instant, type?: 'BUSY' | 'BUSY-TENTATIVE'];

/** Writes one VFREEBUSY (RFC 5545, 3.6.4), in UTC. */
export function writeFreeBusy({ from, until, changed, busy }: FreeBusy): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    PRODUCT,
    'BEGIN:VFREEBUSY',
    writeProperty('DTSTAMP', writeInstant(changed)),
    writeProperty('DTSTART', writeInstant(from)),
    writeProperty('DTEND', writeInstant(until)),
    ...busy.map(([start, end, type]) =>
      writeProperty('FREEBUSY', `${writeInstant(start)}/${writeInstant(end)}`, type && { FBTYPE: type }),
    ),
    'END:VFREEBUSY',
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
