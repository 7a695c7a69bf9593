import { Injectable } from '@nestjs/common';
import type { CalendarEntry, WrittenEntry } from '#icalendar';
import { CalendarFile } from '../calendar-file.js';
import { wordsIn } from '../calendar.rules.js';
import { FeedCache } from '../feed-cache.js';
import type { CalendarForm } from '../forms/calendar-form.js';
import type { LinkContent, LinkEntry } from './link-content.js';
import type { OpenLink } from './link-contents.js';
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

  /** The file of a calendar, in one of its forms. */
  async write(open: OpenLink, { as }: PrivateCalendarQuery, form: CalendarForm): Promise<CalendarFile> {
    const key = `${open.link.id} ${as ?? ''} ${form.ending}`;
    const known = this.files.find(key);
    if (known?.state === open.state) return known.file;
    const content = await open.read();
    const file = makeFile(content, as, form);
    this.files.keep(key, { state: content.state, file }, file.bytes.length);
    return file;
  }
}

/** What is said of every file that only whoever has its address may read. */
export const PRIVATE_FACTS = {
  isPublic: false,
  cacheControl: 'private, no-cache',
  vary: [],
  undated: 0,
  beyond: 0,
};

function makeFile(
  { link, entries, undated, beyond }: LinkContent,
  as: PrivateCalendarQuery['as'],
  form: CalendarForm,
): CalendarFile {
  const { language } = wordsIn(link.languages);
  const toWritten = (entry: LinkEntry): CalendarEntry | WrittenEntry | null => {
    if ('event' in entry) return entry.event;
    return as === 'events' ? toDueEntry(entry.task, language) : form.writeTask(entry.task);
  };
  const text = form.write({
    uid: link.id,
    name: link.label,
    language,
    refreshEvery: 'PT1H',
    timeZone: 'UTC',
    entries: entries.map(toWritten).filter((entry) => entry !== null),
  });
  return new CalendarFile(text, {
    ...PRIVATE_FACTS,
    undated,
    beyond,
    fileName: `${link.kind}${form.ending}`,
    mediaType: form.mediaType,
  });
}
