import { Inject, Injectable } from '@nestjs/common';
import { type Calendar, type CalendarEntry, writeCalendar } from '#icalendar';
import { CONFIG, type Caller, Clock, type Config, Database } from '#platform';
import { assertValid } from '#refusals';
import { languageCandidates } from '#vocabulary';
import { type Style, toEventEntry } from './calendar-entries.js';
import { CalendarFile } from './calendar-file.js';
import type { EventRow } from './calendar-rows.js';
import { MOST_ENTRIES, feedOf, feedStamp } from './calendar.queries.js';
import { type Range, addressOf, rangeErrors, rangeOf, wordsIn } from './calendar.rules.js';
import type { FeedQuery } from './calendars.dto.js';
import { FeedCache, type StampedFeed } from './feed-cache.js';

const CACHE_BYTES = 32 * 1024 * 1024;

/** All that a feed depends on, besides the tables. */
interface Wish {
  readonly query: FeedQuery;
  readonly range: Range;
  readonly languages: readonly string[];
}

/** The feed of public forums, the same for everybody; written anew only after a change. */
@Injectable()
export class ForumFeed {
  private readonly cache = new FeedCache(CACHE_BYTES);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The feed that was asked for.
   * @throws Refusal `request.invalid` where its last day is before its first
   */
  async read(query: FeedQuery, caller: Caller): Promise<CalendarFile> {
    assertValid(rangeErrors(query));
    const languages = query.language ? languageCandidates(query.language) : caller.languages;
    const wish = { query, range: rangeOf(query, this.clock.now()), languages };
    const key = JSON.stringify(wish);
    const known = this.cache.find(key);
    if (known && known.stamp === (await this.readStamp())) return known.file;
    const feed = await this.load(wish);
    this.cache.keep(key, feed);
    return feed.file;
  }

  private async readStamp(): Promise<string> {
    const [stamp] = (await this.database.readRow(feedStamp, {}))!;
    return stamp!;
  }

  private async load({ query, range, languages }: Wish): Promise<StampedFeed> {
    // The caller is nobody, whoever asks, so that the feed holds public forums only.
    const values = { ...query, ...range, languages, caller: null, draft: false, most: MOST_ENTRIES };
    const [stamp, undated, dated, rows] = (await this.database.readRow(feedOf(query), values))!;
    const style = {
      words: wordsIn(languages),
      showsCancelled: query.cancelled === 'visible',
      publicPageUrl: this.config.publicPageUrl,
    };
    const forums = JSON.parse(rows!) as EventRow[];
    const entries = forums.map((row) => toEventEntry(row, style)).filter((entry) => entry !== null);
    const source = addressOf(`${this.config.publicUrl}/v1/calendars/forums.ics`, query);
    const file = new CalendarFile(writeCalendar(describeFeed(entries, source, style)), {
      fileName: 'forums.ics',
      isPublic: true,
      vary: query.language ? [] : ['Accept-Language'],
      undated: Number(undated) + forums.length - entries.length,
      beyond: Number(dated) - forums.length,
    });
    return { stamp: stamp!, file };
  }
}

function describeFeed(entries: CalendarEntry[], source: string, { words }: Style): Calendar {
  return {
    name: words.publicForums,
    language: words.language,
    refreshEvery: 'PT1H',
    source,
    timeZone: 'UTC',
    entries,
  };
}
