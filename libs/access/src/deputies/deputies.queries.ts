import { Injectable } from '@nestjs/common';
import { type Caller, Database, type Json, type Sql, instant, object, sql, statement } from '#platform';
import { type ListDefinition, Lists, actor } from '#records';
import { unknownRecord } from '#refusals';
import type { DeputyPage, DeputyQuery, DeputyView } from './deputies.dto.js';

const fields: Record<string, Sql> = {
  id: sql`e.id`,
  actor: actor(sql`e.actor_id`),
  principal: actor(sql`e.principal_id`),
  startsAt: instant(sql`e.starts_at`),
  endsAt: instant(sql`e.ends_at`),
  reason: sql`e.reason`,
  createdBy: actor(sql`e.created_by_id`),
  endedAt: instant(sql`e.ended_at`),
};

const oneDeputy = statement(
  'deputy-view',
  sql`select null, ${object(fields)} from deputies e where e.id = :id`,
);

const deputies: ListDefinition<DeputyQuery> = {
  name: 'deputies',
  from: sql`deputies e`,
  neverPutAway: true,
  item: object(fields),
  filters: {},
  sorts: { newest: { key: sql`e.id`, type: sql`uuid`, id: sql`e.id`, descending: true } },
};

/** Reads who acts for whom. */
@Injectable()
export class DeputyQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** A page of deputies, the newest first, also of times that are over. */
  list(query: DeputyQuery, caller: Caller): Promise<Json<DeputyPage>> {
    return this.lists.read(deputies, query, caller);
  }

  /**
   * One of them.
   * @throws Refusal `record.unknown`
   */
  async read(id: string, caller: Caller): Promise<Json<DeputyView>> {
    const found = await this.database.readRecord<DeputyView>(oneDeputy, caller, { id });
    if (!found) throw unknownRecord('deputy');
    return found;
  }
}
