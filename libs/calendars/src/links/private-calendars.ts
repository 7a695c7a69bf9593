import { Injectable } from '@nestjs/common';
import { type CalendarEntry, type WrittenEntry, writeCalendar, writeTask } from '#icalendar';
import { CalendarFile } from '../calendar-file.js';
import { wordsIn } from '../calendar.rules.js';
import { FeedCache } from '../feed-cache.js';
import { ICALENDAR } from '../forms/calendar-form.js';
import type { LinkContent, LinkEntry } from './link-content.js';
import { toDueEntry } from './link-entries.js';
import type { PrivateCalendarQuery } from './private-calendars.dto.js';

const FILES_BYTES = 16 * 1024 * 1024;

interface StatedFile {
  readonly state: string;
  readonly file: CalendarFile;
}

/** Private calendars as files to subscribe to. */
@Injectable()
export class PrivateCalendars {
  private readonly files = new FeedCache<StatedFile>(FILES_BYTES);

  /** The file of a calendar. */
  write(content: LinkContent, { as }: PrivateCalendarQuery): CalendarFile {
    const key = `${content.link.id} ${as ?? ''}`;
    const known = this.files.find(key);
    if (known?.state === content.state) return known.file;
    const file = makeFile(content, as);
    this.files.keep(key, { state: content.state, file }, file.bytes.length);
    return file;
  }
}

function makeFile({ link, entries }: LinkContent, as: PrivateCalendarQuery['as']): CalendarFile {
  const { language } = wordsIn(link.languages);
  const written = entries.map((entry) => toWritten(entry, as, language)).filter((entry) => entry !== null);
  const calendar = { name: link.label, language, refreshEvery: 'PT1H', timeZone: 'UTC', entries: written };
  return new CalendarFile(writeCalendar(calendar), {
    fileName: `${link.kind}.ics`,
    mediaType: ICALENDAR.mediaType,
    isPublic: false,
    cacheControl: 'private, no-cache',
    vary: [],
    undated: 0,
    beyond: 0,
  });
}

function toWritten(
  entry: LinkEntry,
  as: PrivateCalendarQuery['as'],
  language: string,
): CalendarEntry | WrittenEntry | null {
  if ('event' in entry) return entry.event;
  return as === 'events' ? toDueEntry(entry.task, language) : writeTask(entry.task);
}
