import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  type Transaction,
  created,
  declareParts,
} from '#platform';
import { EventLink } from './event.entity.js';
import { CreateEventLink, type EventLinkView, type PatchEventLink } from './event-links.dto.js';
import { EventLinkQueries } from './event-links.queries.js';
import { type EventAt, requireEvent } from './event-path.js';

declareParts('events', { links: ['event_links', 'event_id'] });

/** Writes links between events. */
@Injectable()
export class EventLinksService extends RecordService<EventLink, EventLinkView, EventAt> {
  constructor(
    database: Database,
    records: Records,
    private readonly links: EventLinkQueries,
  ) {
    super(database, records, { entity: EventLink, name: 'link', input: CreateEventLink });
  }

  /** Links an event to another. */
  create(at: EventAt, link: CreateEventLink, caller: Caller): Promise<Json<EventLinkView>> {
    return this.database.transaction(async (tx) => {
      const { id: eventId } = await requireEvent(tx, at);
      const id = await this.records.insert(tx, this.kind, { ...link, eventId }, caller);
      return created(id, await this.readBack(id, caller, tx, at));
    });
  }

  /** Changes what kind of link it is. */
  patch(
    at: EventAt,
    id: string,
    match: Precondition,
    patch: PatchEventLink,
    caller: Caller,
  ): Promise<Json<EventLinkView>> {
    return this.change(
      id,
      match,
      caller,
      (tx, link) => this.records.patch(tx, this.kind, link, patch, caller),
      at,
    );
  }

  protected override within({ eventId }: EventAt): { eventId: string } {
    return { eventId };
  }

  protected readBack(id: string, caller: Caller, tx: Transaction, at: EventAt): Promise<Json<EventLinkView>> {
    return this.links.read(id, at, caller, tx);
  }
}
