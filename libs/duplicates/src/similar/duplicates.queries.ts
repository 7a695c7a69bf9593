import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  JsonText,
  type Sql,
  callerValues,
  object,
  referenceTo,
  rememberOf,
  sql,
  statement,
} from '#platform';
import { type RecordKind, readCursor, writeCursor } from '#records';
import { directoryKind, wordOf } from './directory.fragments.js';
import type { DuplicatePage, DuplicateQuery } from './duplicates.dto.js';
import { ARE_ALIKE, areDifferent, whyAlike } from './similar.fragments.js';

/** A key of two records that is surer than the one that a pair was found by. */
const SURER = sql`exists (
  select from record_keys a join record_keys b on ${ARE_ALIKE}
  where a.record_id = pair.first_id and b.record_id = pair.second_id and (a.why, a.key) < (pair.why, pair.key))`;

/**
 * The pairs of a kind that may be the same, each by its surest key: keys are read in their order along their index, and
 * only those that several records have lead to pairs.
 * @param after what is true of the keys `k` where a page ended, and of the pairs behind it
 */
function pairsOf(kind: RecordKind, after?: { keys: Sql; pairs: Sql }): Sql {
  return sql`(
    select a.why, a.key, a.record_id as first_id, b.record_id as second_id
    from (
      select k.why, k.key from record_keys k where k.kind = ${wordOf(kind)} ${after?.keys ?? sql``}
      group by k.why, k.key having count(*) > 1) shared
    join record_keys a on a.kind = ${wordOf(kind)} and a.why = shared.why and a.key = shared.key
    join record_keys b on ${ARE_ALIKE} and b.record_id > a.record_id) pair
  join ${kind.visible} first on first.id = pair.first_id and first.archived_at is null
  join ${kind.visible} second on second.id = pair.second_id and second.archived_at is null
  where not ${areDifferent(sql`pair.first_id`, sql`pair.second_id`)} and not ${SURER} ${after?.pairs ?? sql``}`;
}

const BEHIND = {
  keys: sql`and (k.why, k.key) >= (:afterWhy::public.similarity, :afterKey::uuid)`,
  pairs: sql`and (pair.why, pair.key, pair.first_id, pair.second_id)
    > (:afterWhy::public.similarity, :afterKey::uuid, :afterFirst::uuid, :afterSecond::uuid)`,
};

function pageOf(kind: RecordKind, after?: { keys: Sql; pairs: Sql }): Sql {
  const item = object({
    kind: wordOf(kind),
    records: sql`json_build_array(${referenceTo(sql`first`)}, ${referenceTo(sql`second`)})`,
    why: whyAlike(sql`pair.first_id`, sql`pair.second_id`),
  });
  return sql`select coalesce(json_agg(found.item) filter (where found.place <= :limit::int), '[]'::json),
      case when count(*) > :limit then (array_agg(found.at) filter (where found.place = :limit))[1] end
    from (
      select ${item} as item, concat_ws(' ', pair.why, pair.key, pair.first_id, pair.second_id) as at,
        row_number() over () as place
      from ${pairsOf(kind, after)}
      order by pair.why, pair.key, pair.first_id, pair.second_id limit :limit::int + 1) found`;
}

const statementsOf = rememberOf((kind: RecordKind) => ({
  first: statement(`duplicates-${kind.code}`, pageOf(kind)),
  further: statement(`further-duplicates-${kind.code}`, pageOf(kind, BEHIND)),
  count: statement(`count-duplicates-${kind.code}`, sql`select count(*) from ${pairsOf(kind)}`),
}));

const LIST = 'duplicates';
const ORDER = 'surest';

/** Reads the pairs of records that may be the same. */
@Injectable()
export class DuplicateQueries {
  constructor(private readonly database: Database) {}

  /** A page of pairs, surest first; each is told once, with all that its records have in common. */
  async list({ kind, cursor, limit, count }: DuplicateQuery, caller: Caller): Promise<Json<DuplicatePage>> {
    const statements = statementsOf(directoryKind(kind));
    const page = cursor === undefined ? statements.first : statements.further;
    const values = { ...callerValues(caller), limit, ...(cursor === undefined ? {} : placeOf(kind, cursor)) };
    const [items, last] = (await this.database.readRow(page, values))!;
    const [total] = count ? (await this.database.readRow(statements.count, callerValues(caller)))! : [];
    const next = last ? cursorOf(kind, last) : undefined;
    const text = `{"items":${items},"nextCursor":${next ? `"${next}"` : 'null'}${total ? `,"total":${total}` : ''}}`;
    return new JsonText(text, { next }).as<DuplicatePage>();
  }
}

/** What a cursor holds: the why and the key by which the last pair was found, and its records. */
function placeOf(kind: string, cursor: string): Record<string, string> {
  const [place, afterSecond] = readCursor(LIST, ORDER, { kind }, cursor);
  const [afterWhy, afterKey, afterFirst] = place.split(' ');
  return { afterWhy: afterWhy!, afterKey: afterKey!, afterFirst: afterFirst!, afterSecond };
}

function cursorOf(kind: string, last: string): string {
  const [why, key, first, second] = last.split(' ');
  return writeCursor(LIST, ORDER, { kind }, [`${why} ${key} ${first}`, second!]);
}
