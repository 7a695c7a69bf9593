import ICAL from 'ical.js';
import type { ContentLine } from './content-lines.js';
import { WINDOWS_ZONES } from './windows-zones.js';

/** A zone of a file, as far as its instants can be told. */
export type ForeignZone =
  | { readonly name: string }
  /** One that the file describes itself. */
  | { readonly offsetOf: (local: string) => number };

/** How many zones of its own a file may have; what it describes further is not known. */
const MOST_DESCRIBED = 20;

/** Years beyond which nobody plans, and in which a described zone would be reckoned for long. */
const YEARS = { first: 1900, last: 2100 };

/** Only yearly rules that come true in some year are reckoned: others may be searched for without end. */
const YEARLY = [
  String.raw`BYDAY=-?[1-5](?:SU|MO|TU|WE|TH|FR|SA)`,
  String.raw`BYDAY=(?:SU|MO|TU|WE|TH|FR|SA)|BYMONTHDAY=(?:[1-9]|1\d|2[0-8])(?:,(?:[1-9]|1\d|2[0-8]))*`,
].map(
  (days) =>
    new RegExp(
      String.raw`^FREQ=YEARLY(?:;(?:INTERVAL=1|WKST=\w\w|UNTIL=\d{8}(?:T\d{6}Z?)?|BYMONTH=\d{1,2}|${days}))*$`,
      'i',
    ),
);

/** The zones that calendars of a file describe and use, by what they say of them. */
export type ReckonedZones = Map<string, ForeignZone | null>;

/** The zones that the times of a calendar are in: those of the platform, those of Windows, and its own. */
export class ForeignZones {
  private readonly described = new Map<string, readonly ContentLine[]>();
  private readonly known = new Map<string, ForeignZone | null>();

  /** @param reckoned those of all calendars of the file so far */
  constructor(
    blocks: readonly (readonly ContentLine[])[],
    private readonly reckoned: ReckonedZones,
  ) {
    for (const block of blocks) {
      const tzid = valueOf(block, 'TZID');
      if (tzid && !this.described.has(tzid)) this.described.set(tzid, block);
    }
  }

  /** The zone that a TZID names; null where nobody knows it. */
  find(tzid: string): ForeignZone | null {
    const found = this.known.get(tzid);
    if (found !== undefined) return found;
    const zone = this.resolve(tzid);
    this.known.set(tzid, zone);
    return zone;
  }

  private resolve(tzid: string): ForeignZone | null {
    const own = this.described.get(tzid);
    const names = [tzid, ...pathsOf(tzid), own && valueOf(own, 'X-LIC-LOCATION'), WINDOWS_ZONES.get(tzid)];
    const name = names.find((one) => one !== undefined && isKnown(one));
    if (name !== undefined) return { name };
    return own ? this.reckon(own) : null;
  }

  private reckon(block: readonly ContentLine[]): ForeignZone | null {
    const text = block.map((line) => line.text).join('\r\n');
    if (!this.reckoned.has(text) && this.reckoned.size < MOST_DESCRIBED)
      this.reckoned.set(text, describedBy(block));
    return this.reckoned.get(text) ?? null;
  }
}

/** Programs put their own name before that of a zone: `/freeassociation.sourceforge.net/Europe/Rome`. */
function pathsOf(tzid: string): string[] {
  const steps = tzid.split('/');
  return [steps.slice(-3), steps.slice(-2)].map((path) => path.join('/'));
}

function isKnown(name: string): boolean {
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId !== '';
  } catch {
    return false;
  }
}

function valueOf(block: readonly ContentLine[], name: string): string | undefined {
  const head = new RegExp(`^${name}(?:;(?:[^":]|"[^"]*")*)?:`, 'i');
  return block
    .find(({ text }) => head.test(text))
    ?.text.replace(head, '')
    .trim();
}

function describedBy(block: readonly ContentLine[]): ForeignZone | null {
  const rules = block.filter(({ text }) => /^RRULE:/i.test(text));
  const isBounded = (rule: string): boolean => YEARLY.some((one) => one.test(rule));
  if (!rules.every(({ text }) => isBounded(text.slice('RRULE:'.length).trim()))) return null;
  try {
    const component = new ICAL.Component(ICAL.parse(block.map(({ text }) => text).join('\r\n')) as unknown[]);
    const zone = ICAL.Timezone.fromData({ component });
    return { offsetOf: (local) => offsetIn(zone, local) };
  } catch {
    return null;
  }
}

/** @throws RangeError where it is too far away */
function offsetIn(zone: ICAL.Timezone, local: string): number {
  const { year, month, day, hour, minute, second } = Temporal.PlainDateTime.from(local);
  if (year < YEARS.first || year > YEARS.last) throw new RangeError(local);
  return zone.utcOffset(ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false }));
}
