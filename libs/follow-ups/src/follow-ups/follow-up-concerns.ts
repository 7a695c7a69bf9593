import { Injectable } from '@nestjs/common';
import { AgreementConcerns } from '#agreements';
import { isOrganization } from '#directory';
import { type Concern, EventConcerns } from '#events';
import { type Sql, sql } from '#platform';
import { outcomesByActor } from '../outcomes/outcomes.fragments.js';

const followUps = sql`select f.id from visible_follow_ups(:caller) f`;

/** The follow-ups that somebody owns, or that come from an outcome they are an actor of. */
const OWN: Readonly<Record<Concern, Sql>> = {
  place: sql``,
  delegation: sql``,
  person: sql`union all ${followUps} where f.owner_id = :person
    union all ${followUps} where f.outcome_id in (${outcomesByActor('person')})`,
  organization: sql`union all ${followUps} where ${isOrganization(sql`f.owner_id`)}
    union all ${followUps} where f.outcome_id in (${outcomesByActor('organization')})`,
};

/** Which follow-ups concern somebody or some place. */
@Injectable()
export class FollowUpConcerns {
  constructor(
    private readonly events: EventConcerns,
    private readonly agreements: AgreementConcerns,
  ) {}

  /**
   * A query for the ids of the follow-ups that concern a place, a person, an organization or a delegation: as owner,
   * or by the event, the agreement or the outcome they come from.
   */
  concerning(concern: Concern): Sql {
    return sql`${followUps} where f.concerned_event_id in (${this.events.concerning(concern)})
      union all ${followUps} where f.concerned_agreement_id in (${this.agreements.concerning(concern)})
      ${OWN[concern]}`;
  }
}
