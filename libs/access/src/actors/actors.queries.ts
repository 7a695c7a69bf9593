import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Transaction,
  instant,
  object,
  reference,
  sql,
  statement,
  words,
} from '#platform';
import { type ListDefinition, Lists } from '#records';
import { unknownRecord } from '#refusals';
import { type ActorItem, type ActorPage, type ActorQuery, LISTED_KINDS } from './actors.dto.js';

const item = object({
  id: sql`e.id`,
  version: sql`e.version`,
  name: sql`e.name`,
  kind: sql`e.kind`,
  person: reference(sql`visible_people(:caller)`, sql`e.person_id`),
  createdAt: instant(sql`e.created_at`),
});

const isListed = sql`e.kind in (${words(LISTED_KINDS)})`;

const readActor = statement(
  'actor',
  sql`select e.version, ${item} from actors e where e.id = :id and ${isListed}`,
);

const actors: ListDefinition<ActorQuery> = {
  name: 'actors',
  from: sql`actors e`,
  item,
  where: isListed,
  neverPutAway: true,
  filters: {
    q: sql`translate(public.spell_text(e.name), '-', ' ') like all (array(
      select '%' || word || '%' from string_to_table(public.plain_asked(:q), ' ') word))`,
    kind: sql`e.kind = :kind`,
  },
  sorts: {
    name: { key: sql`public.in_natural_order(public.spell_text(e.name))`, type: sql`text`, id: sql`e.id` },
  },
};

/** Reads who acts. */
@Injectable()
export class ActorQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** A page of actors, by name. */
  list(query: ActorQuery, caller: Caller): Promise<Json<ActorPage>> {
    return this.lists.read(actors, query, caller);
  }

  /** @throws Refusal `record.unknown` where there is none with this id */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<ActorItem>> {
    const actor = await this.database.readRecord<ActorItem>(readActor, caller, { id }, tx);
    if (!actor) throw unknownRecord('actor');
    return actor;
  }
}
