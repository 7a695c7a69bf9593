import { PRODUCT, writeLine, writeProperty } from './content-line.js';
import { writeInstant } from './date-time.js';

/** When somebody or something is taken, and nothing else of it. */
export interface FreeBusy {
  /** Who or what it is: with the time it makes the UID. */
  readonly of: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** The last change of what it is made of. */
  readonly changed: Temporal.Instant;
  /** In order, none of which touches another of its type. */
  readonly busy: readonly BusyTime[];
}

/** From when until when, and how surely. */
type BusyTime = readonly [from: Temporal.Instant, until: Temporal.Instant, type: 'BUSY' | 'BUSY-TENTATIVE'];

/** Writes one VFREEBUSY (RFC 5545, 3.6.4), in UTC. */
export function writeFreeBusy({ of, from, until, changed, busy }: FreeBusy): string {
  const [first, last] = [writeInstant(from), writeInstant(until)];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    PRODUCT,
    'BEGIN:VFREEBUSY',
    writeLine('UID', `${of}-${first}-${last}`),
    writeProperty('DTSTAMP', writeInstant(changed)),
    writeProperty('DTSTART', first),
    writeProperty('DTEND', last),
    ...busy.map(([start, end, type]) =>
      writeProperty('FREEBUSY', `${writeInstant(start)}/${writeInstant(end)}`, { FBTYPE: type }),
    ),
    'END:VFREEBUSY',
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
