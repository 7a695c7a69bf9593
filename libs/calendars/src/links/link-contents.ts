import { setImmediate as othersAreServed } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { AUDIENCES } from '#agendas';
import { ROLES } from '#identity';
import { CONFIG, Clock, type Config, Database, Today } from '#platform';
import type { Style } from '../calendar-entries.js';
import { MOST_ENTRIES, ROW_END } from '../calendar.queries.js';
import { type Range, rangeOf, wordsIn } from '../calendar.rules.js';
import { FeedCache } from '../feed-cache.js';
import { type FreeBusyRange, daysAround } from '../free-busy/free-busy-range.js';
import { SEEN_BY, seesFollowUps } from './link-audiences.js';
import type { SubjectKind } from './calendar-link.rules.js';
import type { ChosenRow, FollowUpRow, LinkContent, LinkEntry, ReadLink } from './link-content.js';
import { linkContents, linkState } from './link-content.queries.js';
import { toLinkEntries, toTask } from './link-entries.js';
import { noteReading } from './link-rows.js';
import { unknownAddress } from './unknown-address.js';

const KEPT_BYTES = 32 * 1024 * 1024;
const KNOWN_BYTES = 1024 * 1024;
const WRITTEN_AT_ONCE = 50;

const INSIDERS = AUDIENCES.filter(seesFollowUps);

/** The values of its statements; among them the days from which until which things are shown. */
type Values = Record<string, unknown> & Range;

/** A private address that is valid, before what it shows is read. */
export interface OpenLink {
  readonly link: ReadLink;
  /** As long as it is the same, the address shows the same. */
  readonly state: string;
  /** What it shows. */
  read(): Promise<LinkContent>;
  /** What it shows of a time, which may be longer ago or further ahead. */
  readDuring(time: FreeBusyRange): Promise<LinkContent>;
}

/** What private addresses show. It is kept for who asks again, and asked for each time whether that is still so. */
@Injectable()
export class LinkContents {
  private readonly kept = new FeedCache<LinkContent>(KEPT_BYTES);
  private readonly known = new FeedCache<true>(KNOWN_BYTES);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly today: Today,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether an address was valid when it was last asked for here. */
  isKnown(digest: string): boolean {
    return this.known.find(digest) !== undefined;
  }

  /**
   * Opens the address whose secret has this digest; null where it is unknown, revoked or over, or shows nothing any more by
   * the rights of who made it.
   */
  async open(digest: string): Promise<OpenLink | null> {
    const now = this.clock.now();
    const values = this.valuesFor(digest, now);
    const [about, state] = (await this.database.readRow(linkState, values)) ?? [];
    if (!about || !state) return this.forget(digest);
    const link = JSON.parse(about) as ReadLink;
    this.known.keep(digest, true, digest.length);
    // Nobody waits for it: who may not write at this moment may still read.
    void this.noteReading(link, now).catch(() => undefined);
    const read = (): Promise<LinkContent> => this.read(digest, { link, state }, values);
    const readDuring = async (time: FreeBusyRange): Promise<LinkContent> => {
      const days = daysAround(time);
      const isShown = values.from! <= days.from && days.to <= values.to!;
      return isShown ? read() : (await this.load(digest, link.kind, { ...values, ...days })).content;
    };
    return { link, state, read, readDuring };
  }

  private async read(
    digest: string,
    { link, state }: Pick<OpenLink, 'link' | 'state'>,
    values: Values,
  ): Promise<LinkContent> {
    const kept = this.kept.find(digest);
    if (kept?.state === state) return kept;
    const { content, bytes } = await this.load(digest, link.kind, values);
    this.kept.keep(digest, content, bytes);
    return content;
  }

  private forget(digest: string): null {
    this.kept.forget(digest);
    this.known.forget(digest);
    return null;
  }

  /** @throws Refusal `record.unknown` where it was ended meanwhile */
  private async load(
    digest: string,
    kind: SubjectKind,
    values: Values,
  ): Promise<{ readonly content: LinkContent; readonly bytes: number }> {
    const row = await this.database.readRow(linkContents[kind], values);
    if (!row) {
      this.forget(digest);
      throw unknownAddress();
    }
    const [about, state, events, followUps] = row;
    const link = JSON.parse(about!) as ReadLink;
    const found = await this.toEntries(link, events?.split(ROW_END) ?? [], followUps);
    const dated = found.filter((entry) => entry !== null);
    const entries = dated.slice(0, MOST_ENTRIES);
    const leftOut = { undated: found.length - dated.length, beyond: dated.length - entries.length };
    const content = { link, state: state!, entries, ...leftOut };
    return { content, bytes: 4 * ((events?.length ?? 0) + (followUps?.length ?? 0)) + 1000 };
  }

  private valuesFor(digest: string, now: Date): Values {
    return {
      hash: digest,
      now,
      ...rangeOf({}, this.today.day()),
      home: this.config.officeTimeZone,
      roles: JSON.stringify(ROLES),
      audiences: JSON.stringify(SEEN_BY),
      insiders: INSIDERS,
      most: MOST_ENTRIES,
    };
  }

  private async toEntries(
    link: ReadLink,
    rows: readonly string[],
    followUps: string | null | undefined,
  ): Promise<(LinkEntry | null)[]> {
    const style: Style = {
      words: wordsIn(link.languages),
      showsCancelled: false,
      publicPageUrl: this.config.publicPageUrl,
    };
    const entries: (LinkEntry | null)[] = [];
    for (const [index, text] of rows.entries()) {
      entries.push(...toLinkEntries(JSON.parse(text) as ChosenRow, link, style));
      if (index % WRITTEN_AT_ONCE === WRITTEN_AT_ONCE - 1) await othersAreServed();
    }
    const tasks = (JSON.parse(followUps ?? '[]') as FollowUpRow[]).map(toTask);
    entries.push(...tasks.map((task) => ({ collection: 'follow-ups', task }) as const));
    return entries;
  }

  private async noteReading({ id, lastReadOn }: ReadLink, now: Date): Promise<void> {
    const day = now.toISOString().slice(0, 10);
    if (lastReadOn !== day) await this.database.transaction((tx) => noteReading(tx, id, day));
  }
}
