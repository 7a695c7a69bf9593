import { Injectable } from '@nestjs/common';
import { AgreementConcerns } from '#agreements';
import { ENTRIES_BY_SUBJECT } from '#briefings';
import { isOrganization } from '#directory';
import { Concerns, EventConcerns, type IdsBy, type Way, idsBy } from '#events';
import { type Sql, sql } from '#platform';
import { OUTCOMES_BY_THEMSELVES } from '../outcomes/outcome-concerns.js';

const ALL = sql`visible_follow_ups(:caller) f`;
// By urgency, what is open stands before what is closed, in every index.
const OPEN = sql`(select f.* from visible_follow_ups(:caller) f where f.urgency < 30000000) f`;

/** How the follow-ups that are looked at concern those who own them. */
function byOwner(rows: Sql): IdsBy {
  return {
    person: (asked) => sql`select f.id from ${rows} where f.owner_id = ${asked}`,
    organization: (asked) => sql`select f.id from ${rows} where ${isOrganization(sql`f.owner_id`, asked)}`,
  };
}

/** How they concern what the records concern that they come from. */
function from(rows: Sql, origins: IdsBy, column: Sql): IdsBy {
  const queries = Object.entries(origins).map(([way, origin]) => [
    way,
    (asked: Sql) => sql`select f.id from ${rows} where ${column} in (${origin(asked)})`,
  ]);
  return Object.fromEntries(queries) as IdsBy;
}

/** Every way in which a follow-up concerns something. */
@Injectable()
export class FollowUpConcerns extends Concerns {
  protected readonly rows: Sql = ALL;

  constructor(
    private readonly events: EventConcerns,
    private readonly agreements: AgreementConcerns,
  ) {
    super();
  }

  /** By its owner, or by the event, the agreement, the outcome or the entry it comes from. */
  override by(way: Way, asked?: Sql): Sql {
    const tellings = [
      byOwner(this.rows),
      from(this.rows, OUTCOMES_BY_THEMSELVES, sql`f.outcome_id`),
      from(this.rows, ENTRIES_BY_SUBJECT, sql`f.entry_id`),
      this.byOrigin(way),
    ];
    return idsBy(tellings, way, asked);
  }

  private byOrigin(way: Way): IdsBy {
    // What comes from an outcome is about what the outcome says, not about all that its event or agreement is.
    const direct = way === 'topic' ? sql`and f.outcome_id is null` : sql``;
    return {
      [way]: (asked: Sql) => sql`
        select f.id from ${this.rows} where f.concerned_event_id in (${this.events.by(way, asked)}) ${direct}
        union all
        select f.id from ${this.rows} where f.concerned_agreement_id in (${this.agreements.by(way, asked)}) ${direct}`,
    };
  }
}

/** The same of those that are open. */
export class OpenFollowUpConcerns extends FollowUpConcerns {
  protected override readonly rows = OPEN;
}
