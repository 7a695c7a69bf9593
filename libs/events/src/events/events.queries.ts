import { Injectable } from '@nestjs/common';
import { type Caller, type Json, object, sql } from '#platform';
import { Kinds, type ListDefinition, Lists } from '#records';
import { type FieldError, assertValid } from '#refusals';
import { EventConcerns } from './event-concerns.js';
import { eventFilters, eventList } from './event-list.js';
import { EVENT } from './event.record.js';
import type { AnyEventQuery } from './event-query.dto.js';
import type { EventPage } from './event-view.dto.js';
import { eventItemFields } from './events.fragments.js';

/** Reads visits and forums together. */
@Injectable()
export class EventQueries {
  private readonly events: ListDefinition<AnyEventQuery>;

  constructor(
    private readonly lists: Lists,
    private readonly kinds: Kinds,
    concerns: EventConcerns,
  ) {
    this.events = {
      ...eventList(null),
      name: 'events',
      from: sql`visible_events(:caller) e`,
      changedSince: () => kinds.changedSince(EVENT),
      item: object(eventItemFields),
      filters: { ...eventFilters(concerns), kind: sql`e.kind = :kind` },
    };
  }

  /** A page of events of both kinds. */
  list(query: AnyEventQuery, caller: Caller): Promise<Json<EventPage>> {
    assertValid(statusErrors(query, this.kinds.statusesIn(EVENT.table)));
    return this.lists.read(this.events, query, caller);
  }
}

/** Which statuses there are is known above, where visits and forums are. */
function statusErrors({ status = [] }: AnyEventQuery, known: readonly string[]): FieldError[] {
  if (status.every((one) => known.includes(one))) return [];
  return [{ pointer: '?status', detail: `must be one of ${known.join(', ')}.`, code: 'in' }];
}
