import { Injectable } from '@nestjs/common';
import { AgreementConcerns } from '#agreements';
import { ENTRIES_BY_SUBJECT } from '#briefings';
import { isOrganization } from '#directory';
import { Concerns, EventConcerns, type IdsBy, type Way, idsBy } from '#events';
import { type Sql, sql } from '#platform';
import { OUTCOMES_BY_THEMSELVES } from '../outcomes/outcome-concerns.js';

const followUps = sql`select f.id from visible_follow_ups(:caller) f`;

/** How follow-ups concern those who own them. */
const OWN: IdsBy = {
  person: (asked) => sql`${followUps} where f.owner_id = ${asked}`,
  organization: (asked) => sql`${followUps} where ${isOrganization(sql`f.owner_id`, asked)}`,
};

const BY_OUTCOME = from(OUTCOMES_BY_THEMSELVES, sql`f.outcome_id`);
const BY_ENTRY = from(ENTRIES_BY_SUBJECT, sql`f.entry_id`);

/** How follow-ups concern what the records concern that they come from. */
function from(origins: IdsBy, column: Sql): IdsBy {
  const queries = Object.entries(origins).map(([way, origin]) => [
    way,
    (asked: Sql) => sql`${followUps} where ${column} in (${origin(asked)})`,
  ]);
  return Object.fromEntries(queries) as IdsBy;
}

/** Every way in which a follow-up concerns something. */
@Injectable()
export class FollowUpConcerns extends Concerns {
  constructor(
    private readonly events: EventConcerns,
    private readonly agreements: AgreementConcerns,
  ) {
    super();
  }

  /** By its owner, or by the event, the agreement, the outcome or the entry it comes from. */
  override by(way: Way, asked?: Sql): Sql {
    return idsBy([OWN, BY_OUTCOME, BY_ENTRY, this.byOrigin(way)], way, asked);
  }

  private byOrigin(way: Way): IdsBy {
    // What comes from an outcome is about what the outcome says, not about all that its event or agreement is.
    const direct = way === 'topic' ? sql`and f.outcome_id is null` : sql``;
    return {
      [way]: (asked: Sql) => sql`
        ${followUps} where f.concerned_event_id in (${this.events.by(way, asked)}) ${direct}
        union all
        ${followUps} where f.concerned_agreement_id in (${this.agreements.by(way, asked)}) ${direct}`,
    };
  }
}
