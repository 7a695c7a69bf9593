import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, statement } from '#platform';
import type { Collection } from '../links/calendar-link.rules.js';
import type { OpenLink } from '../links/link-contents.js';
import { type DavCollection, type MemberMap, mapOf } from './dav-collections.js';

/** How many maps are kept of one calendar: who was away for longer reads it anew. */
const KEPT = 24;

const MOST_REMEMBERED = 10_000;

const findMap = statement(
  'calendar-map',
  sql`select m.members from calendar_maps m
    where m.link_id = :link and m.collection = :collection and m.name = decode(:name, 'hex')`,
);

/** Maps of calendars that clients were given: what has changed since is the difference from one. */
@Injectable()
export class DavMaps {
  /** The map of each calendar that was noted here last. */
  private readonly noted = new Map<string, string>();
  /** The state of its link and the map of each calendar that was read here last. */
  private readonly wholes = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A map that was noted, or null where it is not known, or no longer. */
  async find(link: string, collection: Collection, name: string): Promise<MemberMap | null> {
    const row = await this.database.readRow(findMap, { link, collection, name });
    return row ? (JSON.parse(row[0]!) as MemberMap) : null;
  }

  /** Notes a map that a client is given. */
  async note(link: string, collection: Collection, name: string, map: () => MemberMap): Promise<void> {
    const key = `${link} ${collection}`;
    if (this.noted.get(key) === name) return;
    await this.write(link, collection, name, map());
    if (this.noted.size >= MOST_REMEMBERED) this.noted.clear();
    this.noted.set(key, name);
  }

  /** Notes the map of a calendar as it is. */
  async noteWhole(link: string, { name, mapName, members, state }: DavCollection): Promise<void> {
    await this.note(link, name, mapName, () => mapOf(members));
    if (this.wholes.size >= MOST_REMEMBERED) this.wholes.clear();
    this.wholes.set(`${link} ${name}`, `${state} ${mapName}`);
  }

  /** Whether a calendar is known to have this map, without reading what is in it: it had, and its link is in the same state. */
  isWhole({ link, state }: OpenLink, collection: Collection, mapName: string): boolean {
    return this.wholes.get(`${link.id} ${collection}`) === `${state} ${mapName}`;
  }

  private async write(link: string, collection: Collection, name: string, map: MemberMap): Promise<void> {
    const members = JSON.stringify(map);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into calendar_maps (link_id, collection, name, members, noted_at)
         values ($1, $2, decode($3, 'hex'), $4, $5)
         on conflict (link_id, collection, name) do update set noted_at = excluded.noted_at`,
        [link, collection, name, members, this.clock.now()],
      );
      await tx.query(
        `delete from calendar_maps where (link_id, collection, name) in (
           select link_id, collection, name from calendar_maps where link_id = $1 and collection = $2
           order by noted_at desc, name offset $3 for update skip locked)`,
        [link, collection, KEPT],
      );
    });
  }
}
