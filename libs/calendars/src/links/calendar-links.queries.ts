import { Injectable } from '@nestjs/common';
import { accessState } from '#identity';
import {
  type Caller,
  Clock,
  Database,
  type Json,
  type Sql,
  instant,
  object,
  sql,
  statement,
} from '#platform';
import { type ListDefinition, Lists, actor } from '#records';
import { unknownRecord } from '#refusals';
import type { CalendarLinkPage, CalendarLinkQuery, CalendarLinkView } from './calendar-links.dto.js';

const fields: Record<string, Sql> = {
  id: sql`e.id`,
  label: sql`e.label`,
  subject: object({ kind: sql`e.subject_kind`, id: sql`e.subject_id` }),
  audience: sql`e.audience`,
  languages: sql`e.languages`,
  showsPeople: sql`e.shows_people`,
  maker: actor(sql`e.actor_id`),
  state: accessState,
  createdAt: instant(sql`e.created_at`),
  formerUntil: instant(
    sql`(select max(f.until) from former_calendar_links f where f.link_id = e.id and f.until > :now)`,
  ),
  expiresAt: instant(sql`e.expires_at`),
  revokedAt: instant(sql`e.revoked_at`),
  lastReadOn: sql`e.last_read_on`,
};

// Who keeps the tokens of the office keeps its addresses, too; everybody else has those that were made by or for them.
const isShown = sql`(:all::boolean or :maker in (e.actor_id, e.for_id))`;

const oneLink = statement(
  'calendar-link',
  sql`select null, ${object(fields)} from calendar_links e where e.id = :id and ${isShown}`,
);

const links: ListDefinition<CalendarLinkQuery> = {
  name: 'calendar links',
  from: sql`calendar_links e`,
  where: isShown,
  neverPutAway: true,
  item: object(fields),
  filters: { state: sql`${accessState} = :state` },
  sorts: { newest: { key: sql`e.id`, type: sql`uuid`, id: sql`e.id`, descending: true } },
};

/** Reads private addresses of calendars, never their secrets. */
@Injectable()
export class CalendarLinkQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** A page of the addresses that the caller made, or of all for who may list access tokens; the newest first. */
  list(query: CalendarLinkQuery, caller: Caller): Promise<Json<CalendarLinkPage>> {
    return this.lists.read(links, query, caller, this.valuesFor(caller));
  }

  /**
   * One of them.
   * @throws Refusal `record.unknown`
   */
  async read(id: string, caller: Caller): Promise<Json<CalendarLinkView>> {
    const found = await this.database.readRecord<CalendarLinkView>(oneLink, caller, {
      id,
      ...this.valuesFor(caller),
    });
    if (!found) throw unknownRecord('calendar address');
    return found;
  }

  private valuesFor({ actor: maker, scopes }: Caller): Record<string, unknown> {
    return { now: this.clock.now(), maker: maker!.id, all: scopes.includes('tokens:read') };
  }
}
