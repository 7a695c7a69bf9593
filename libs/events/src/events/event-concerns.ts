import { Inject, Injectable } from '@nestjs/common';
import { type Sql, joinSql, sql } from '#platform';

/** What a record can concern. */
export type Concern = 'place' | 'topic' | 'organization' | 'person' | 'delegation';

/**
 * A way of concerning something, which is also the parameter of lists that finds by it. It takes place there (`place`)
 * or comes from there (`origin`), it is about it (`topic`), or it is party: `organization`, with its units and those it
 * has succeeded, `person` and `delegation`.
 */
export type Way = 'origin' | Concern;

/** In which ways a record concerns something: lists find by one of them, a timeline tells all. */
const WAYS_TO: Readonly<Record<Concern, readonly Way[]>> = {
  place: ['place', 'origin'],
  topic: ['topic'],
  organization: ['organization'],
  person: ['person'],
  delegation: ['delegation'],
};

/** The parameters of lists that find by them. */
const ASKED: Readonly<Record<Way, Sql>> = {
  place: sql`:place`,
  origin: sql`:origin`,
  topic: sql`:topic`,
  organization: sql`:organization`,
  person: sql`:person`,
  delegation: sql`:delegation`,
};

/** Queries for the ids of records, by the ways in which these concern what is asked for. */
export type IdsBy = Readonly<Partial<Record<Way, (asked: Sql) => Sql>>>;

/** How events concern the hosts and topics of their agenda items, as agendas tell it. */
export const EVENTS_BY_ITEM = Symbol('EVENTS_BY_ITEM');

/** How events concern those who take part, as participants tell it. */
export const EVENTS_BY_PARTICIPANT = Symbol('EVENTS_BY_PARTICIPANT');

/** How visits concern their delegations and those who belong to them, as visits tell it. */
export const EVENTS_BY_DELEGATION = Symbol('EVENTS_BY_DELEGATION');

// The places of an event are its own, its legs', its items' and the city that receives it.
const OWN: IdsBy = {
  place: (asked) => sql`select p.event_id from event_places p where p.place_id = ${asked}`,
  topic: (asked) => sql`select t.event_id from event_topics t where t.topic_id = ${asked}`,
};

/** Which records of a kind concern something, said once for its lists, its counts and the timeline. */
export abstract class Concerns {
  /** A query for the ids of the records that concern what is asked for in one way. */
  abstract by(way: Way, asked?: Sql): Sql;

  /** A query for the ids of the records that concern one place, topic, organization, person or delegation in any way. */
  concerning(concern: Concern, asked = ASKED[concern]): Sql {
    return unite(WAYS_TO[concern].map((way) => this.by(way, asked)));
  }

  /** The conditions by which a list of rows `e` is filtered, under the names of their parameters. */
  filters(): Readonly<Record<Way, Sql>> {
    const conditions = Object.keys(ASKED).map((way) => [way, sql`e.id in (${this.by(way as Way)})`] as const);
    return Object.fromEntries(conditions) as Record<Way, Sql>;
  }
}

/** The queries of some ways of telling it, together, for what is asked for or else for the parameter of that name. */
export function idsBy(tellings: readonly IdsBy[], way: Way, asked = ASKED[way]): Sql {
  return unite(tellings.flatMap((telling) => telling[way]?.(asked) ?? []));
}

function unite(queries: readonly Sql[]): Sql {
  return joinSql(queries, sql` union all `);
}

/** Every way in which an event concerns something. */
@Injectable()
export class EventConcerns extends Concerns {
  private readonly tellings: readonly IdsBy[];

  constructor(
    @Inject(EVENTS_BY_ITEM) byItem: IdsBy,
    @Inject(EVENTS_BY_PARTICIPANT) byParticipant: IdsBy,
    @Inject(EVENTS_BY_DELEGATION) byDelegation: IdsBy,
  ) {
    super();
    this.tellings = [OWN, byItem, byParticipant, byDelegation];
  }

  override by(way: Way, asked?: Sql): Sql {
    return idsBy(this.tellings, way, asked);
  }
}
