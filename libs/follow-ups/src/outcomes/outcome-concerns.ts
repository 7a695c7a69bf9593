import { Injectable } from '@nestjs/common';
import { AgreementConcerns } from '#agreements';
import { type Concern, EventConcerns } from '#events';
import { type Sql, sql } from '#platform';
import { outcomesByActor, outcomesByPlace } from './outcomes.fragments.js';

const outcomes = sql`select o.id from visible_outcomes(:caller) o`;

/** The outcomes that somebody is an actor of, or that concern a place themselves. */
const OWN: Readonly<Record<Concern, Sql>> = {
  place: sql`union all ${outcomesByPlace}`,
  delegation: sql``,
  person: sql`union all ${outcomesByActor('person')}`,
  organization: sql`union all ${outcomesByActor('organization')}`,
};

/** Which outcomes concern somebody or some place. */
@Injectable()
export class OutcomeConcerns {
  constructor(
    private readonly events: EventConcerns,
    private readonly agreements: AgreementConcerns,
  ) {}

  /**
   * A query for the ids of the outcomes that concern a place, a person, an organization or a delegation: themselves,
   * or by the event or agreement they came out of.
   */
  concerning(concern: Concern): Sql {
    return sql`${outcomes} where o.concerned_event_id in (${this.events.concerning(concern)})
      union all ${outcomes} where o.agreement_id in (${this.agreements.concerning(concern)})
      ${OWN[concern]}`;
  }
}
