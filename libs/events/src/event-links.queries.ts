import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  type Transaction,
  identityFields,
  makingFields,
  object,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { EventLinkPage, EventLinkQuery, EventLinkView } from './event-links.dto.js';
import { type EventAt, assertVisible } from './event-path.js';
import { eventReference } from './events.fragments.js';

const link = object({
  ...identityFields(sql`e`),
  kind: sql`e.kind`,
  to: eventReference(sql`e.to_id`),
  ...makingFields(sql`e`),
});

/** Links whose two events the caller may see. */
const visibleLinks = sql`event_links e
  join visible_events(:caller) own on own.id = e.event_id
  join visible_events(:caller) other on other.id = e.to_id`;

/** One link of the event of an address, as row `e`. */
export const oneLinkRow = sql`from ${visibleLinks}
  where e.id = :id and own.id = :eventId and own.kind = :kind and (:archived or e.archived_at is null)`;

const oneLink = statement('event-link', sql`select e.version, ${link} ${oneLinkRow}`);

const links: ListDefinition<EventLinkQuery> = {
  name: 'event-links',
  from: visibleLinks,
  item: link,
  where: sql`own.id = :eventId and own.kind = :kind`,
  filters: {},
  sorts: { recorded: { key: sql`e.created_at`, type: sql`timestamptz`, id: sql`e.id` } },
};

/** Reads links between events. */
@Injectable()
export class EventLinkQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One link of an event. */
  async read(id: string, at: EventAt, caller: Caller, tx?: Transaction): Promise<Json<EventLinkView>> {
    const answer = await this.database.readRecord<EventLinkView>(oneLink, caller, { id, ...at }, tx);
    if (!answer) throw unknownRecord('link');
    return answer;
  }

  /** A page of the links of an event. */
  async list(at: EventAt, query: EventLinkQuery, caller: Caller): Promise<Json<EventLinkPage>> {
    await assertVisible(this.database, at, caller);
    return this.lists.read(links, query, caller, { ...at });
  }
}
