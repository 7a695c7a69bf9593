import { Inject, Injectable } from '@nestjs/common';
import { type Sql, joinSql, sql } from '#platform';

/** What an event, or what comes of one, can concern; a query has its id as `:place`, `:person` and so on. */
export type Concern = 'place' | 'person' | 'organization' | 'delegation';

/** Queries for the ids of events, by what they concern. */
export type EventsBy = Readonly<Partial<Record<Concern, Sql>>>;

/** How events concern the hosts of their agenda items, as agendas tell it. */
export const EVENTS_BY_HOST = Symbol('EVENTS_BY_HOST');

/** How events concern those who take part, as participants tell it. */
export const EVENTS_BY_PARTICIPANT = Symbol('EVENTS_BY_PARTICIPANT');

/** How visits concern their delegations and those who belong to them, as visits tell it. */
export const EVENTS_BY_DELEGATION = Symbol('EVENTS_BY_DELEGATION');

const BY_PLACE: EventsBy = { place: sql`select p.event_id from event_places p where p.place_id = :place` };

/** Every way in which an event concerns a place, a person, an organization or a delegation. */
@Injectable()
export class EventConcerns {
  private readonly ways: readonly EventsBy[];

  constructor(
    @Inject(EVENTS_BY_HOST) byHost: EventsBy,
    @Inject(EVENTS_BY_PARTICIPANT) byParticipant: EventsBy,
    @Inject(EVENTS_BY_DELEGATION) byDelegation: EventsBy,
  ) {
    this.ways = [BY_PLACE, byHost, byParticipant, byDelegation];
  }

  /** A query for the ids of the events that concern one of them. */
  concerning(concern: Concern): Sql {
    const queries = this.ways.map((way) => way[concern]).filter((query) => query !== undefined);
    return joinSql(queries, sql` union all `);
  }
}
