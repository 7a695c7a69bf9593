import type { ContentLine } from './content-lines.js';

/** The lines of one VEVENT, without those of what is inside it. */
export interface EventBlock {
  readonly line: number;
  readonly lines: readonly ContentLine[];
  /** Whether it has an end. */
  readonly isWhole: boolean;
}

/** What one calendar of a file holds, cut apart before anything of it is understood. */
export interface CalendarBlock {
  /** The properties of the calendar itself. */
  readonly properties: readonly ContentLine[];
  readonly zones: readonly (readonly ContentLine[])[];
  readonly events: readonly EventBlock[];
}

/** Cuts the lines of a file into what can be read by itself, so that what is wrong with one part spoils no other. */
export function cutBlocks(lines: readonly ContentLine[]): CalendarBlock[] {
  const cutter = new BlockCutter();
  for (const line of lines) cutter.take(line);
  return cutter.finish();
}

interface OpenCalendar extends CalendarBlock {
  readonly properties: ContentLine[];
  readonly zones: ContentLine[][];
  readonly events: EventBlock[];
}

class BlockCutter {
  private readonly calendars: OpenCalendar[] = [];
  /** The calendar that lines belong to; those before any belong to the first. */
  private calendar: OpenCalendar = { properties: [], zones: [], events: [] };
  private event: { line: number; lines: ContentLine[] } | null = null;
  private zone: ContentLine[] | null = null;
  /** How deep the line is in components that nothing is taken of. */
  private depth = 0;

  take(line: ContentLine): void {
    const [, mark, name] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line.text) ?? [];
    if (mark?.toUpperCase() === 'BEGIN') this.begin(name!.toUpperCase(), line);
    else if (mark) this.end(name!.toUpperCase(), line);
    else if (this.zone) this.zone.push(line);
    else if (this.depth === 0) (this.event?.lines ?? this.calendar.properties).push(line);
  }

  finish(): CalendarBlock[] {
    this.closeEvent(false);
    return this.calendars;
  }

  private begin(name: string, line: ContentLine): void {
    if (name === 'VCALENDAR' || name === 'VEVENT') {
      this.closeEvent(false);
      this.depth = 0;
      this.zone = null;
      if (name === 'VEVENT') this.event = { line: line.line, lines: [] };
      else this.beginCalendar();
    } else if (name === 'VTIMEZONE' && !this.event && this.depth === 0) this.zone = [line];
    else if (this.zone) this.zone.push(line);
    else this.depth++;
  }

  private beginCalendar(): void {
    if (this.calendars.length > 0) this.calendar = { properties: [], zones: [], events: [] };
    this.calendars.push(this.calendar);
  }

  private end(name: string, line: ContentLine): void {
    if (this.zone) {
      this.zone.push(line);
      if (name !== 'VTIMEZONE') return;
      this.calendar.zones.push(this.zone);
      this.zone = null;
    } else if (name === 'VEVENT' || name === 'VCALENDAR') {
      this.closeEvent(name === 'VEVENT');
      this.depth = 0;
    } else if (this.depth > 0) this.depth--;
  }

  private closeEvent(isWhole: boolean): void {
    if (this.event) this.calendar.events.push({ ...this.event, isWhole });
    this.event = null;
  }
}
