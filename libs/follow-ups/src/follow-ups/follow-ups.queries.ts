import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  Lists,
  Today,
  type Transaction,
  type TransitionsView,
  describeMoves,
  object,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import { followUps } from './follow-up-list.js';
import type { FollowUpQuery } from './follow-up-query.dto.js';
import {
  type FollowUpFacts,
  type FollowUpStatus,
  followUpLifecycle,
  missingForFollowUp,
} from './follow-up.rules.js';
import type { FollowUpPage, FollowUpView } from './follow-ups.dto.js';
import { followUpView } from './follow-ups.fragments.js';

const oneOf = sql`from visible_follow_ups(:caller) e where e.id = :id and (:archived or e.archived_at is null)`;

const oneFollowUp = statement('follow-up', sql`select e.version, ${followUpView(sql`e`)} ${oneOf}`);

const standing = statement(
  'follow-up-standing',
  sql`select ${object({ status: sql`e.status`, mandatory: sql`e.mandatory` })} ${oneOf}`,
);

/** Reads follow-ups. */
@Injectable()
export class FollowUpQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly today: Today,
  ) {}

  /** One follow-up; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<FollowUpView>> {
    const values = { id, today: this.today.day() };
    const followUp = await this.database.readRecord<FollowUpView>(oneFollowUp, caller, values, tx);
    if (!followUp) throw unknownRecord('follow-up');
    return followUp;
  }

  /** A page of follow-ups, those to see to first. */
  list(query: FollowUpQuery, caller: Caller): Promise<Json<FollowUpPage>> {
    const owner = query.owner === 'me' ? caller.actor!.id : query.owner;
    return this.lists.read(followUps, { ...query, owner }, caller);
  }

  /** Where a follow-up stands, the moves open to it, and what they still lack. */
  async readTransitions(id: string, caller: Caller): Promise<TransitionsView> {
    type Standing = FollowUpFacts & { status: FollowUpStatus };
    const facts = await this.database.readValue<Standing>(standing, caller, { id });
    if (!facts) throw unknownRecord('follow-up');
    return describeMoves(followUpLifecycle, facts.status, (to) => missingForFollowUp(to, facts));
  }
}
