import type { Calendar, CalendarEntry } from './calendar.js';
import { joinLines, writeDegrees } from './content-line.js';
import type { CalendarTask } from './task.js';
import type { When } from './when.js';

/** What a patch of an object says in another language, by the path to it (RFC 8984, 4.6.1). */
type Patch = Readonly<Record<string, string>>;

/** An entry as JSCalendar has it: an Event (RFC 8984, 5.1). */
export interface JsEvent {
  readonly '@type': 'Event';
  readonly uid: string;
  readonly sequence: number;
  readonly created: string;
  readonly updated: string;
  readonly title: string;
  readonly description?: string;
  readonly locale?: string;
  readonly start: string;
  readonly timeZone?: string;
  readonly duration?: string;
  readonly showWithoutTime?: true;
  readonly status: string;
  readonly privacy?: 'private';
  readonly freeBusyStatus: 'free' | 'busy';
  readonly locations?: Readonly<Record<string, object>>;
  readonly links?: Readonly<Record<string, object>>;
  readonly keywords?: Readonly<Record<string, true>>;
  readonly relatedTo?: Readonly<Record<string, object>>;
  readonly localizations?: Readonly<Record<string, Patch>>;
}

/** Writes an entry as an Event. */
export function writeEvent(entry: CalendarEntry): JsEvent {
  const { uid, sequence, summary, description, location, geo, url, relatedTo } = entry;
  const place = location || geo ? placeOf(location, geo) : undefined;
  return {
    '@type': 'Event',
    uid,
    sequence,
    created: writeUtc(entry.created),
    updated: writeUtc(entry.changed),
    title: joinLines(summary),
    ...given('description', description?.toWellFormed()),
    ...given('locale', entry.language),
    ...writeWhen(entry.when),
    status: entry.status.toLowerCase(),
    ...privacyOf(entry),
    freeBusyStatus: entry.transparent ? 'free' : 'busy',
    ...given('locations', place && { '1': place }),
    ...given('links', url && { '1': { '@type': 'Link', href: url } }),
    ...given('keywords', keywordsOf(entry.categories)),
    ...given('relatedTo', relatedTo && { [relatedTo]: { '@type': 'Relation', relation: { parent: true } } }),
    ...given('localizations', localizationsOf(entry)),
  };
}

/** Something to be done as JSCalendar has it: a Task (RFC 8984, 5.2). */
export interface JsTask {
  readonly '@type': 'Task';
  readonly uid: string;
  readonly sequence: number;
  readonly created: string;
  readonly updated: string;
  readonly title: string;
  readonly description?: string;
  readonly due?: string;
  readonly showWithoutTime?: true;
  readonly progress: string;
  readonly priority: number;
  readonly privacy?: 'private';
}

/** Writes something to be done as a Task. */
export function writeJsTask(task: CalendarTask): JsTask {
  const { due } = task;
  return {
    '@type': 'Task',
    uid: task.uid,
    sequence: task.sequence,
    created: writeUtc(task.created),
    updated: writeUtc(task.changed),
    title: joinLines(task.summary),
    ...given('description', task.description?.toWellFormed()),
    ...(due && { due: `${due.toString()}T00:00:00`, showWithoutTime: true }),
    progress: task.status.toLowerCase(),
    priority: task.priority,
    ...privacyOf(task),
  };
}

function privacyOf(entry: { readonly private?: boolean }): { privacy?: 'private' } {
  return entry.private ? { privacy: 'private' } : {};
}

/** Writes a calendar as a Group (RFC 8984, 5.3); what of its entries is written already is an Event or a Task. */
export function writeGroup({ name, language, source, uid, entries }: Calendar): string {
  const written = entries.map((entry) =>
    typeof entry === 'string' ? entry : JSON.stringify(writeEvent(entry)),
  );
  const about = {
    '@type': 'Group',
    ...given('uid', uid ?? source),
    prodId: '-//Corteo//Corteo//EN',
    updated: latestOf(written),
    ...given('title', name && joinLines(name)),
    ...given('locale', language),
    ...given('source', source),
  };
  return `${JSON.stringify(about).slice(0, -1)},"entries":[${written.join(',')}]}`;
}

/** A group is as new as the newest of its entries; one without any, as old as can be. */
function latestOf(written: readonly string[]): string {
  const changes = written.map((entry) => /"updated":"([^"]+)"/.exec(entry)![1]!);
  return changes.reduce((latest, change) => (change > latest ? change : latest), '1970-01-01T00:00:00Z');
}

function given<T>(name: string, value: T | '' | undefined): Record<string, T> {
  return value === undefined || value === '' ? {} : { [name]: value };
}

function writeWhen(when: When): Pick<JsEvent, 'start' | 'timeZone' | 'duration' | 'showWithoutTime'> {
  if ('days' in when) {
    const days = when.days.first.until(when.days.last).days + 1;
    return { start: `${when.days.first.toString()}T00:00:00`, duration: `P${days}D`, showWithoutTime: true };
  }
  const { from, until } = when;
  const local = from.toZonedDateTimeISO(when.timeZone);
  // A local time that clocks show twice is the first of the two (RFC 8984, 4.1.1).
  const isFirst =
    local.toPlainDateTime().toZonedDateTime(when.timeZone).epochMilliseconds === from.epochMilliseconds;
  const zone = isFirst && when.timeZone !== 'UTC' ? when.timeZone : 'Etc/UTC';
  const start = from.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
  const seconds = until === null ? 0 : Math.floor(from.until(until).total('seconds'));
  return { start, timeZone: zone, ...given('duration', seconds > 0 ? durationOf(seconds) : undefined) };
}

/** With weeks and days left out, which are not as long everywhere. */
function durationOf(seconds: number): string {
  return Temporal.Duration.from({ seconds }).round({ largestUnit: 'hours' }).toString();
}

function writeUtc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

function placeOf(name: string | undefined, geo: CalendarEntry['geo']): object {
  return {
    '@type': 'Location',
    ...given('name', name && joinLines(name, ', ')),
    ...given('coordinates', geo && `geo:${writeDegrees(geo.latitude)},${writeDegrees(geo.longitude)}`),
  };
}

function keywordsOf(categories: readonly string[] = []): Record<string, true> | undefined {
  const words = categories.map((category) => joinLines(category)).filter((word) => word !== '');
  return words.length > 0 ? Object.fromEntries(words.map((word) => [word, true])) : undefined;
}

/** What the entry is called, and tells, in the languages that it is not written in. */
function localizationsOf({ translations = {}, language }: CalendarEntry): Record<string, Patch> | undefined {
  const others = Object.entries(translations).filter(([tag]) => tag !== language);
  const patches = others.map(([tag, { summary, description }]) => [
    tag,
    {
      ...given('title', summary && joinLines(summary)),
      ...given('description', description?.toWellFormed()),
    },
  ]);
  return patches.length > 0 ? (Object.fromEntries(patches) as Record<string, Patch>) : undefined;
}
