import { Injectable } from '@nestjs/common';
import { AgreementConcerns } from '#agreements';
import { isOrganization, isWithin } from '#directory';
import { Concerns, EventConcerns, type IdsBy, type Way, idsBy } from '#events';
import { type Sql, joinSql, sql } from '#platform';

const outcomes = sql`select o.id from visible_outcomes(:caller) o`;

const actors = sql`select a.outcome_id from outcome_actors a`;
const isActingOrganization = (asked: Sql): Sql => isOrganization(sql`a.organization_id`, asked);
const isActingPerson = (asked: Sql): Sql => sql`a.person_id = ${asked}`;

/** How outcomes concern those who promised or did it. */
const BY_ACTOR = {
  organization: (asked) => sql`${actors} where ${isActingOrganization(asked)}`,
  person: (asked) => sql`${actors} where ${isActingPerson(asked)}`,
} satisfies IdsBy;

/** Whether a row `a` of `outcome_actors` is a person or an organization, a unit of it or one that it has succeeded. */
export function isActor(asked: Sql): Sql {
  return sql`coalesce(${isActingPerson(asked)} or ${isActingOrganization(asked)}, false)`;
}

/** How outcomes concern something without what they came out of: what they are about, where and by whom. */
export const OUTCOMES_BY_THEMSELVES: IdsBy = {
  ...BY_ACTOR,
  place: (asked) => sql`select p.outcome_id from outcome_places p where ${isWithin(sql`p.place_id`, asked)}`,
  topic: (asked) => sql`select x.outcome_id from outcome_topics x where x.topic_id = ${asked}`,
};

const FOR: readonly Way[] = ['place', 'origin', 'organization', 'person', 'delegation'];

/** Every way in which an outcome concerns something. */
@Injectable()
export class OutcomeConcerns extends Concerns {
  constructor(
    private readonly events: EventConcerns,
    private readonly agreements: AgreementConcerns,
  ) {
    super();
  }

  /**
   * By itself, or by the event or agreement it came out of; but what it is about, an outcome says itself.
   */
  override by(way: Way, asked?: Sql): Sql {
    return idsBy(
      way === 'topic' ? [OUTCOMES_BY_THEMSELVES] : [OUTCOMES_BY_THEMSELVES, this.byOrigin(way)],
      way,
      asked,
    );
  }

  /** A query for the ids of the outcomes that a person or an organization promised. */
  promisedBy(asked: Sql): Sql {
    return sql`${BY_ACTOR.person(asked)} union all ${BY_ACTOR.organization(asked)}`;
  }

  /** A query for the ids of the outcomes that concern a person, an organization, a place or a delegation. */
  concerningAny(asked: Sql): Sql {
    return joinSql(
      FOR.map((way) => this.by(way, asked)),
      sql` union all `,
    );
  }

  private byOrigin(way: Way): IdsBy {
    return {
      [way]: (asked: Sql) => sql`${outcomes} where o.concerned_event_id in (${this.events.by(way, asked)})
        union all
        ${outcomes} where o.agreement_id in (${this.agreements.by(way, asked)})`,
    };
  }
}
