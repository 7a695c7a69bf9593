import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  RECORDED_SORT,
  type Sql,
  type Transaction,
  identityFields,
  makingFields,
  object,
  shownText,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type {
  StandingFollowUpPage,
  StandingFollowUpQuery,
  StandingFollowUpView,
} from './standing-follow-ups.dto.js';

const fields = (title: Sql): Sql =>
  object({
    ...identityFields(sql`e`),
    title,
    kind: sql`e.kind`,
    dueAfter: sql`e.due_after`,
    mandatory: sql`e.mandatory`,
    ...makingFields(sql`e`),
  });

const oneStanding = statement(
  'standing-follow-up',
  sql`select e.version, ${fields(sql`e.title`)} from standing_follow_ups e
      where e.id = :id and (:archived or e.archived_at is null)`,
);

const standingFollowUps: ListDefinition<StandingFollowUpQuery> = {
  name: 'standing-follow-ups',
  from: sql`standing_follow_ups e`,
  item: fields(shownText(sql`e.title`)),
  filters: {},
  sorts: RECORDED_SORT,
};

/** Reads standing follow-ups. */
@Injectable()
export class StandingFollowUpQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One standing follow-up; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<StandingFollowUpView>> {
    const found = await this.database.readRecord<StandingFollowUpView>(oneStanding, caller, { id }, tx);
    if (!found) throw unknownRecord('standing follow-up');
    return found;
  }

  /** A page of standing follow-ups. */
  list(query: StandingFollowUpQuery, caller: Caller): Promise<Json<StandingFollowUpPage>> {
    return this.lists.read(standingFollowUps, query, caller);
  }
}
