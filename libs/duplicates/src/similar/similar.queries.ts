import { Injectable } from '@nestjs/common';
import { MOST_TOLD, type SimilarRecords, type SimilarView } from '#directory';
import {
  type Caller,
  Database,
  type Json,
  type Sql,
  object,
  reference,
  rememberOf,
  shownName,
  sql,
  statement,
} from '#platform';
import { type At, type ListDefinition, Lists, PageQuery, type RecordKind, RecordReader } from '#records';
import { ARE_ALIKE, areDifferent, whyAlike } from './similar.fragments.js';
import type { SimilarPage } from './similar.dto.js';

/** Those in use that the record `:id` may be the same as: by each of its keys all, or the first. */
function alikeTo({ visible }: RecordKind, first: Sql): Sql {
  return sql`select found.record_id as id, min(found.why) as surest
    from record_keys a cross join lateral (
      select b.record_id, b.why from record_keys b join ${visible} seen on seen.id = b.record_id
      where ${ARE_ALIKE} and seen.archived_at is null and not ${areDifferent(sql`a.record_id`, sql`b.record_id`)}
      order by b.record_id ${first}) found
    where a.record_id = :id group by found.record_id`;
}

function similarOf(name: Sql): Sql {
  return object({ id: sql`e.id`, name, why: whyAlike(sql`:id::uuid`, sql`e.id`) });
}

const firstOf = rememberOf((kind: RecordKind) =>
  statement(
    `first-like-${kind.code}`,
    sql`select coalesce(json_agg(${similarOf(shownName(sql`named`))} order by e.surest, e.id), '[]'::json)
      from (select * from (${alikeTo(kind, sql`limit ${MOST_TOLD}`)}) found order by surest, id limit ${MOST_TOLD}) e
      join ${kind.visible} named on named.id = e.id`,
  ),
);

const allOf = rememberOf((kind: RecordKind): ListDefinition<PageQuery> => ({
  name: `like-${kind.code}`,
  from: sql`(${alikeTo(kind, sql``)}) e`,
  neverPutAway: true,
  item: similarOf(sql`${reference(kind.visible, sql`e.id`)} ->> 'name'`),
  filters: {},
  sorts: { surest: { key: sql`e.surest`, type: sql`public.similarity`, id: sql`e.id` } },
  prepared: true,
}));

/** Reads what one record may be the same as. */
@Injectable()
export class SimilarQueries implements SimilarRecords {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly reader: RecordReader,
  ) {}

  async readFirst(kind: RecordKind, id: string, caller: Caller): Promise<SimilarView[]> {
    if (!caller.scopes.includes(`${kind.area as 'directory'}:read`)) return [];
    return (await this.database.readValue<SimilarView[]>(firstOf(kind), caller, { id }))!;
  }

  /**
   * A page of what one record may be the same as, surest first.
   * @throws Refusal `record.unknown` where there is no such record for this caller
   */
  async list(kind: RecordKind, { id }: At, query: PageQuery, caller: Caller): Promise<Json<SimilarPage>> {
    await this.reader.assertVisible(kind, { [kind.asWhole.parameter]: id! }, caller);
    return this.lists.read<PageQuery, SimilarPage>(allOf(kind), query, caller, { id });
  }
}
