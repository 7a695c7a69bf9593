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
import { Cursors, type RecordKind } from '#records';
import { directoryKind, wordOf } from './directory.fragments.js';
import type { DuplicatePage, DuplicateQuery } from './duplicates.dto.js';
import { ARE_ALIKE, areDifferent, whyAlike } from './similar.fragments.js';

/** What is true behind the place where a page ended: of the keys `k` of the first records, and of the pairs. */
interface After {
  readonly keys: Sql;
  readonly pairs: Sql;
}

/**
 * With how many of those behind it a record is told by one key: what more have in common makes more pairs than anybody looks
 * through, and each record is among those pairs still.
 */
const MOST_NEIGHBOURS = 10;

/** Whether two records have no key that is surer than the one that a pair was found by. */
// As a value: as a condition it would be joined, which reads all that have a key for each pair.
const IS_SUREST = sql`(
  select true from record_keys a join record_keys b on ${ARE_ALIKE}
  where a.record_id = pair.first_id and b.record_id = pair.second_id and (a.why, a.key) < (pair.why, pair.key) limit 1) is null`;

/**
 * The pairs of a kind that may be the same, each by its surest key: keys are read in their order along their index, and
 * only as far as the page goes. What is looked up by one row alone ends in a limit, so that nothing is read as a whole.
 */
function pairsOf(kind: RecordKind, after?: After): Sql {
  return sql`(
    select k.kind, k.why, k.key, k.record_id,
      lead(k.record_id) over (partition by k.why, k.key order by k.record_id) is not null as has_further
    from record_keys k where k.kind = ${wordOf(kind)} ${after?.keys ?? sql``}) place
  cross join lateral (
    select own.* from record_keys own where own.kind = place.kind and own.why = place.why and own.key = place.key
      and own.record_id = place.record_id limit 1) a
  cross join lateral (select from ${kind.visible} v where v.id = a.record_id and v.archived_at is null limit 1) first
  cross join lateral (
    select a.why, a.key, a.record_id as first_id, b.record_id as second_id from record_keys b
    join ${kind.visible} seen on seen.id = b.record_id and seen.archived_at is null
    where ${ARE_ALIKE} and b.record_id > a.record_id and not ${areDifferent(sql`a.record_id`, sql`b.record_id`)}
    order by b.record_id limit ${MOST_NEIGHBOURS}) pair
  where place.has_further and ${IS_SUREST} ${after?.pairs ?? sql``}`;
}

const BEHIND: After = {
  keys: sql`and (k.why, k.key, k.record_id) >= (:afterWhy::public.similarity, :afterKey::uuid, :afterFirst::uuid)`,
  pairs: sql`and (pair.why, pair.key, pair.first_id, pair.second_id)
    > (:afterWhy::public.similarity, :afterKey::uuid, :afterFirst::uuid, :afterSecond::uuid)`,
};

function pageOf(kind: RecordKind, after?: After): Sql {
  const item = object({
    kind: wordOf(kind),
    records: sql`json_build_array(${referenceTo(sql`first`)}, ${referenceTo(sql`second`)})`,
    why: whyAlike(sql`page.first_id`, sql`page.second_id`),
  });
  return sql`select coalesce(json_agg(found.item) filter (where found.place <= :limit::int), '[]'::json),
      case when count(*) > :limit then (array_agg(found.at) filter (where found.place = :limit))[1] end
    from (
      select ${item} as item, concat_ws(' ', page.why, page.key, page.first_id, page.second_id) as at, page.place
      from (
        select ordered.*, row_number() over () as place from (
          select pair.* from ${pairsOf(kind, after)}
          order by place.why, place.key, place.record_id, pair.second_id limit :limit::int + 1) ordered) page
      join ${kind.visible} first on first.id = page.first_id
      join ${kind.visible} second on second.id = page.second_id
      order by page.place) found`;
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
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** A page of pairs, surest first; each is told once, with all that its records have in common. */
  async list({ kind, cursor, limit, count }: DuplicateQuery, caller: Caller): Promise<Json<DuplicatePage>> {
    const statements = statementsOf(directoryKind(kind));
    const page = cursor === undefined ? statements.first : statements.further;
    const after = cursor === undefined ? {} : await this.placeOf(kind, cursor);
    const [items, last] = (await this.database.readRow(page, { ...callerValues(caller), limit, ...after }))!;
    const [total] = count ? (await this.database.readRow(statements.count, callerValues(caller)))! : [];
    const next = last ? await this.cursorOf(kind, last) : undefined;
    const text = `{"items":${items},"nextCursor":${next ? `"${next}"` : 'null'}${total ? `,"total":${total}` : ''}}`;
    return new JsonText(text, { next }).as<DuplicatePage>();
  }

  /** What a cursor holds: the why and the key by which the last pair was found, and its records. */
  private async placeOf(kind: string, cursor: string): Promise<Record<string, string>> {
    const [place, afterSecond] = await this.cursors.read(LIST, ORDER, { kind }, cursor);
    const [afterWhy, afterKey, afterFirst] = place.split(' ');
    return { afterWhy: afterWhy!, afterKey: afterKey!, afterFirst: afterFirst!, afterSecond };
  }

  private cursorOf(kind: string, last: string): Promise<string> {
    const [why, key, first, second] = last.split(' ');
    return this.cursors.write(LIST, ORDER, { kind }, [`${why} ${key} ${first}`, second!]);
  }
}
