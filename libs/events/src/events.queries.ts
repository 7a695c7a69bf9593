import { Injectable } from '@nestjs/common';
import { type Caller, type Json, Lists, object } from '#platform';
import { eventList } from './event-list.js';
import type { AnyEventQuery } from './event-query.dto.js';
import { eventItemFields } from './events.fragments.js';
import type { EventPage } from './events.dto.js';

const events = eventList<AnyEventQuery>('events', null, object(eventItemFields));

/** Reads visits and forums together. */
@Injectable()
export class EventQueries {
  constructor(private readonly lists: Lists) {}

  /** A page of events of both kinds. */
  list(query: AnyEventQuery, caller: Caller): Promise<Json<EventPage>> {
    return this.lists.read(events, query, caller);
  }
}
