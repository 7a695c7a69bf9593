import { Inject, Injectable } from '@nestjs/common';
import { type Calendar, type WrittenEntry } from '#icalendar';
import { CONFIG, type Caller, type Config, Database, Today } from '#platform';
import { languageCandidates } from '#vocabulary';
import type { Style } from './calendar-entries.js';
import { CalendarFile } from './calendar-file.js';
import { feedStamp } from './calendar.queries.js';
import { addressOf, rangeOf, wordsIn } from './calendar.rules.js';
import type { FeedQuery } from './calendars.dto.js';
import { type CalendarForm, ICALENDAR } from './forms/calendar-form.js';
import { FeedCache, type FeedCacheLoad } from './feed-cache.js';
import { FeedEntries, type FoundEntries, type Wish } from './feed-entries.js';
import { SharedRead, FeedTurns } from './feed-turns.js';

const FILES_BYTES = 16 * 1024 * 1024;
const MOST_WAITING = 24;

/** A feed as it was when the tables it reads had this stamp. */
interface StampedFeed {
  readonly stamp: number;
  readonly file: CalendarFile;
}

/**
 * The feed of public forums, the same for everybody; written anew only after a change. Whatever is asked for, by however
 * many: one reads the stamp, one reads forums, and one writes, so that nobody else is kept waiting.
 */
@Injectable()
export class ForumFeed {
  private readonly entries: FeedEntries;
  private readonly files = new FeedCache<StampedFeed>(FILES_BYTES);
  private readonly running = new Map<string, Promise<StampedFeed>>();
  private readonly stamp = new SharedRead(() => this.readStamp());
  private readonly readings = new FeedTurns(MOST_WAITING);
  private readonly writings = new FeedTurns(MOST_WAITING);

  constructor(
    private readonly database: Database,
    private readonly today: Today,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.entries = new FeedEntries(database);
  }

  /**
   * The feed that was asked for.
   * @throws Refusal `calendar.busy` where too many are asked for
   */
  async read(query: FeedQuery, caller: Caller, form: CalendarForm = ICALENDAR): Promise<CalendarFile> {
    const languages = query.language ? languageCandidates(query.language) : caller.languages;
    const wish = { query, form, range: rangeOf(query, this.today.day()), languages };
    const key = JSON.stringify(wish);
    const stamp = await this.stamp.ask();
    const known = this.files.find(key);
    const isCurrent = known !== undefined && known.stamp >= stamp;
    this.files.count(isCurrent ? 'hits' : 'misses');
    return isCurrent ? known.file : this.share(key, wish, stamp);
  }

  /** How well the feeds that are kept serve. */
  cacheLoad(): FeedCacheLoad {
    return this.files.load();
  }

  private async readStamp(): Promise<number> {
    const [stamp] = (await this.database.readRow(feedStamp, {}))!;
    return Number(stamp);
  }

  /** Waits for the feed that others have asked for, too; one that they had begun before a change is not for us. */
  private async share(key: string, wish: Wish, stamp: number): Promise<CalendarFile> {
    for (;;) {
      const feed = await (this.running.get(key) ?? this.start(key, wish, stamp));
      if (feed.stamp >= stamp) return feed.file;
    }
  }

  private start(key: string, wish: Wish, stamp: number): Promise<StampedFeed> {
    const feed = this.compose(wish, stamp)
      .then((composed) => {
        this.files.keep(key, composed, composed.file.bytes.length);
        return composed;
      })
      .finally(() => this.running.delete(key));
    this.running.set(key, feed);
    return feed;
  }

  private async compose(wish: Wish, stamp: number): Promise<StampedFeed> {
    const style = this.styleOf(wish);
    const known = (): StampedFeed | undefined => {
      const found = this.entries.find(wish, stamp);
      return found && this.write(wish, found, style);
    };
    return (
      (await this.writings.take(known)) ??
      this.readings.take(async () => known() ?? this.write(wish, await this.entries.load(wish, style), style))
    );
  }

  private styleOf({ query, languages }: Wish): Style {
    return {
      words: wordsIn(languages),
      showsCancelled: query.cancelled === 'visible',
      publicPageUrl: this.config.publicPageUrl,
    };
  }

  private write({ query, form }: Wish, found: FoundEntries, style: Style): StampedFeed {
    const source = addressOf(`${this.config.publicUrl}/v1/calendars/forums${form.ending}`, query);
    const file = new CalendarFile(form.write(describeFeed(found.entries, source, style)), {
      fileName: `forums${form.ending}`,
      mediaType: form.mediaType,
      isPublic: true,
      vary: query.language ? [] : ['Accept-Language'],
      undated: found.undated,
      beyond: found.beyond,
    });
    return { stamp: found.stamp, file };
  }
}

function describeFeed(entries: readonly WrittenEntry[], source: string, { words }: Style): Calendar {
  return {
    name: words.publicForums,
    language: words.language,
    refreshEvery: 'PT1H',
    source,
    timeZone: 'UTC',
    entries,
  };
}
