import { IDENTITY_PROBLEMS } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import { type Calendar, type CalendarEntry } from '#icalendar';
import { CONFIG, type Caller, type Config, Database, callerValues } from '#platform';
import { Refusal, unknownRecord } from '#refusals';
import { languageCandidates } from '#vocabulary';
import { toEventEntry, toItemEntry } from './calendar-entries.js';
import { CalendarFile } from './calendar-file.js';
import type { EventRow, ItemRow } from './calendar-rows.js';
import { eventFile, wasPublicForum } from './calendar.queries.js';
import { CALENDAR_PROBLEMS, addressOf, wordsIn } from './calendar.rules.js';
import type { EventFileQuery } from './calendars.dto.js';
import { type CalendarForm, ICALENDAR } from './forms/calendar-form.js';

/** An event with all that its file holds. */
interface Whole {
  readonly event: EventRow;
  readonly items: readonly ItemRow[];
  readonly parts: readonly EventRow[];
}

/** One event, its agenda and the events that are part of it, as a calendar. */
@Injectable()
export class EventFiles {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The file of an event with what the caller may see of it.
   * @throws Refusal `calendar.withdrawn` for a forum that was public, `record.unknown` where there is none for this caller, `identity.required` where a caller without a token asks for a draft
   */
  async read(
    kind: EventRow['kind'],
    id: string,
    query: EventFileQuery,
    caller: Caller,
    form: CalendarForm = ICALENDAR,
  ): Promise<CalendarFile> {
    const languages = query.language ? languageCandidates(query.language) : caller.languages;
    const { draft = false } = query;
    const values = { ...callerValues(caller), id, kind, languages, draft };
    const row = await this.database.readRow(eventFile, values);
    if (!row) throw await this.explainAbsence(kind, id);
    if (draft && !caller.actor)
      throw new Refusal(
        IDENTITY_PROBLEMS['identity.required'],
        'Send an access token as “Authorization: Bearer corteo_…”.',
      );
    const [event, items, parts] = row.map((text) => JSON.parse(text!) as unknown);
    const whole = { event, items, parts } as Whole;
    return this.write(whole, { query, form }, languages, caller);
  }

  private async explainAbsence(kind: EventRow['kind'], id: string): Promise<Refusal> {
    const [wasPublic] = kind === 'forum' ? (await this.database.readRow(wasPublicForum, { id }))! : ['f'];
    if (wasPublic !== 't') return unknownRecord(kind);
    return new Refusal(CALENDAR_PROBLEMS['calendar.withdrawn'], 'This forum was public and is no longer.');
  }

  private write(
    { event, items, parts }: Whole,
    { query, form }: { query: EventFileQuery; form: CalendarForm },
    languages: readonly string[],
    { actor }: Caller,
  ): CalendarFile {
    const style = {
      words: wordsIn(languages),
      showsCancelled: query.cancelled === 'visible',
      publicPageUrl: this.config.publicPageUrl,
    };
    const all = [
      toEventEntry(event, style),
      ...items.map((row) => toItemEntry(row, event, style)),
      ...parts.map((row) => toEventEntry(row, style)),
    ];
    const entries = all.filter((entry) => entry !== null);
    const path = `${this.config.publicUrl}/v1/${event.kind}s/${event.id}${form.ending}`;
    const source = event.isPublic && !actor ? addressOf(path, query) : undefined;
    return new CalendarFile(form.write({ uid: path, ...describeFile(event, entries, source) }), {
      fileName: `${event.kind}-${event.id}${form.ending}`,
      mediaType: form.mediaType,
      isPublic: event.isPublic,
      vary: query.language ? ['Authorization'] : ['Accept-Language', 'Authorization'],
      undated: all.length - entries.length,
      beyond: 0,
    });
  }
}

function describeFile(event: EventRow, entries: CalendarEntry[], source: string | undefined): Calendar {
  const timeZone = event.timeZone ?? 'UTC';
  if (entries.length === 1) return { timeZone, entries };
  return { name: event.name, refreshEvery: 'PT1H', source, timeZone, entries };
}
