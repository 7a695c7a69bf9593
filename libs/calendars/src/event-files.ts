import { IDENTITY_PROBLEMS } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Calendar, writeCalendar } from '#icalendar';
import { CONFIG, type Caller, type Config, Database, callerValues } from '#platform';
import { Refusal, unknownRecord } from '#refusals';
import { languageCandidates } from '#vocabulary';
import {
  type EventRow,
  type ItemRow,
  type Style,
  fileAddress,
  toEventEntry,
  toItemEntry,
} from './calendar-entries.js';
import { CalendarFile } from './calendar-file.js';
import { eventFile } from './calendar.queries.js';
import { wordsIn } from './calendar.rules.js';
import type { EventFileQuery } from './calendars.dto.js';

/** One event and its agenda as a calendar. */
@Injectable()
export class EventFiles {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The file of an event with the agenda items that the caller may see.
   * @throws Refusal `identity.required` where a caller without a token asks for a draft or anything but a public forum, `record.unknown` where there is none
   */
  async read(
    kind: EventRow['kind'],
    id: string,
    query: EventFileQuery,
    caller: Caller,
  ): Promise<CalendarFile> {
    const languages = query.language ? languageCandidates(query.language) : caller.languages;
    const { draft = false } = query;
    const values = { ...callerValues(caller), id, kind, languages, draft };
    const row = isUUID(id) ? await this.database.readRow(eventFile, values) : undefined;
    const event = row ? (JSON.parse(row[0]!) as EventRow) : null;
    if (!caller.actor && (draft || !event?.isPublic))
      throw new Refusal(
        IDENTITY_PROBLEMS['identity.required'],
        'Send an access token as “Authorization: Bearer corteo_…”.',
      );
    if (!event) throw unknownRecord(kind);
    const items = JSON.parse(row![1]!) as ItemRow[];
    const style = {
      words: wordsIn(languages),
      showsCancelled: query.cancelled === 'visible',
      publicUrl: this.config.publicUrl,
    };
    return writeFile(event, items, style, query.language === undefined);
  }
}

function writeFile(
  event: EventRow,
  items: readonly ItemRow[],
  style: Style,
  isNegotiated: boolean,
): CalendarFile {
  const all = [toEventEntry(event, style), ...items.map((row) => toItemEntry(row, event, style))];
  const entries = all.filter((entry) => entry !== null);
  const calendar: Calendar = {
    name: event.name,
    refreshEvery: 'PT1H',
    source: fileAddress(event, style.publicUrl),
    timeZone: event.timeZone ?? 'UTC',
    entries,
  };
  return new CalendarFile(writeCalendar(calendar), {
    fileName: `${event.kind}-${event.id}.ics`,
    isPublic: event.isPublic,
    vary: isNegotiated ? ['Accept-Language', 'Authorization'] : ['Authorization'],
    undated: all.length - entries.length,
    beyond: 0,
  });
}
