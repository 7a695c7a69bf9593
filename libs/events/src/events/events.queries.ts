import { Injectable } from '@nestjs/common';
import { type Caller, type Json, object, sql } from '#platform';
import { type ListDefinition, Lists } from '#records';
import { EventConcerns } from './event-concerns.js';
import { eventFilters, eventList } from './event-list.js';
import type { AnyEventQuery } from './event-query.dto.js';
import type { EventPage } from './event-view.dto.js';
import { eventItemFields } from './events.fragments.js';

/** Reads visits and forums together. */
@Injectable()
export class EventQueries {
  private readonly events: ListDefinition<AnyEventQuery>;

  constructor(
    private readonly lists: Lists,
    concerns: EventConcerns,
  ) {
    this.events = {
      ...eventList(null),
      name: 'events',
      from: sql`visible_events(:caller) e`,
      item: object(eventItemFields),
      filters: { ...eventFilters(concerns), kind: sql`e.kind = :kind` },
    };
  }

  /** A page of events of both kinds. */
  list(query: AnyEventQuery, caller: Caller): Promise<Json<EventPage>> {
    return this.lists.read(this.events, query, caller);
  }
}
