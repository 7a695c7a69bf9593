import { setImmediate as othersAreServed } from 'node:timers/promises';
import type { WrittenEntry } from '#icalendar';
import type { Database } from '#platform';
import { type Style, toEventEntry } from './calendar-entries.js';
import type { EventRow } from './calendar-rows.js';
import { MOST_ENTRIES, ROW_END, feedOf } from './calendar.queries.js';
import { type Range, type Span, cutSpans, monthsOf } from './calendar.rules.js';
import type { FeedQuery } from './calendars.dto.js';
import type { CalendarForm } from './forms/calendar-form.js';
import { FeedCache } from './feed-cache.js';

const SPANS_BYTES = 8 * 1024 * 1024;
const ENTRIES_BYTES = 24 * 1024 * 1024;
const WRITTEN_AT_ONCE = 50;

/** All that the entries of a feed depend on, besides the tables. */
export interface Wish {
  readonly form: CalendarForm;
  readonly query: FeedQuery;
  readonly range: Range;
  readonly languages: readonly string[];
}

/** The entries of a feed, as they were when the tables it reads had this stamp. */
export interface FoundEntries {
  readonly stamp: number;
  readonly entries: readonly WrittenEntry[];
  /** How many forums of the range have no entry, since they are not dated to the day. */
  readonly undated: number;
  /** How many entries of the range are too many for a feed. */
  readonly beyond: number;
}

interface FoundSpans {
  readonly stamp: number;
  readonly spans: readonly Span[];
}

/** Entries by the id of their forum; null for one that iCalendar cannot hold. */
interface Written {
  readonly stamp: number;
  readonly byId: Map<string, WrittenEntry | null>;
  size: number;
}

/**
 * The entries of public forums. An entry is written once for each way to write it, and which forums there are is read
 * for whole months: feeds that differ in their days, or in what they are narrowed to, are cut from the same.
 */
export class FeedEntries {
  private readonly spans = new FeedCache<FoundSpans>(SPANS_BYTES);
  private readonly written = new FeedCache<Written>(ENTRIES_BYTES);

  constructor(private readonly database: Database) {}

  /** The entries that are known already, and are not older than the stamp. */
  find(wish: Wish, stamp: number): FoundEntries | undefined {
    const found = this.spans.find(spansKey(wish));
    const written = this.written.find(entriesKey(wish));
    if (!found || !written || found.stamp < stamp || found.stamp !== written.stamp) return undefined;
    return cut(found, written, wish.range);
  }

  /** The entries as they are now; only those are written that are not known. */
  async load(wish: Wish, style: Style): Promise<FoundEntries> {
    const { query, range, languages, form } = wish;
    const known = this.written.find(entriesKey(wish));
    // The caller is nobody, whoever asks, so that the feed holds public forums only.
    const row = await this.database.readRow(feedOf(query), {
      ...query,
      ...range,
      ...monthsOf(range),
      languages,
      caller: null,
      draft: false,
      most: MOST_ENTRIES,
      known: [...(known?.byId.keys() ?? [])],
      stamp: known?.stamp ?? null,
    });
    const [stamp, spans, rows] = row!;
    const found = { stamp: Number(stamp), spans: JSON.parse(spans!) as Span[] };
    const written = known?.stamp === found.stamp ? known : { stamp: found.stamp, byId: new Map(), size: 0 };
    if (rows) await writeAll(rows.split(ROW_END), written, style, form);
    this.spans.keep(spansKey(wish), found, 2 * spans!.length);
    this.written.keep(entriesKey(wish), written, written.size);
    return cut(found, written, range)!;
  }
}

function spansKey({ query: { series, place, topic }, range }: Wish): string {
  return JSON.stringify([monthsOf(range), series, place, topic]);
}

function entriesKey({ query: { cancelled }, languages, form }: Wish): string {
  return JSON.stringify([cancelled, languages, form.ending]);
}

async function writeAll(
  rows: readonly string[],
  written: Written,
  style: Style,
  form: CalendarForm,
): Promise<void> {
  for (const [index, text] of rows.entries()) {
    const row = JSON.parse(text) as EventRow;
    const entry = toEventEntry(row, style);
    const lines = entry && form.writeWholeDays(entry);
    written.byId.set(row.id, lines);
    written.size += 2 * (lines?.length ?? 0) + row.id.length;
    if (index % WRITTEN_AT_ONCE === WRITTEN_AT_ONCE - 1) await othersAreServed();
  }
}

/** What of the spans lies in the range, in order; undefined where some of it has not been written. */
function cut({ stamp, spans }: FoundSpans, { byId }: Written, range: Range): FoundEntries | undefined {
  const { dated, undated } = cutSpans(spans, range);
  const shown = dated.slice(0, MOST_ENTRIES);
  if (!shown.every(([id]) => byId.has(id))) return undefined;
  const entries = shown.map(([id]) => byId.get(id)!).filter((entry) => entry !== null);
  return {
    stamp,
    entries,
    undated: undated + shown.length - entries.length,
    beyond: dated.length - shown.length,
  };
}
