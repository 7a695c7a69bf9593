import { type Sql, identifier, instant, joinSql, object, sql } from '#platform';
import type { RecordKind } from '../kinds/record-kind.js';
import { wholeColumn } from '../kinds/record-rows.js';
import { wordOf } from '../subjects/subjects.fragments.js';
import { actor } from '../transitions/status-history.js';

/** How many positions one page looks at: a caller who may see little of them is not looked for any further. */
export const WINDOW = 1000;

const change = object({
  kind: sql`s.told[1]`,
  id: sql`s.record_id`,
  version: sql`h.version`,
  change: sql`h.kind`,
  at: instant(sql`h.at`),
  by: actor(sql`h.by_id`),
  onBehalfOf: actor(sql`h.for_id`),
  address: sql`s.told[3]`,
});

/**
 * `[position, mark]` of a position: the mark tells its change from what had it before a restore. Entries are numbered
 * anew then, transactions are not, and one transaction writes many entries.
 */
function marked(position: Sql): Sql {
  return sql`(select json_build_array(c.position, concat(h.transaction, ' ', h.id)) from changes c
    join history h on h.record_id = c.record_id and h.id = c.entry where c.position = ${position})`;
}

const isUnread = sql`exists (select from changes c where c.position is null)`;

/** The last position that there is, and whether there are changes without one. */
export const lastChange = sql`select ${marked(sql`(select max(position) from changes where position is not null)`)}, ${isUnread}`;

const ofAll = sql`from changes c where c.position > :after`;

// Read along the index of each table by itself, or a rare kind would be looked for among all others.
const ofSome = sql`from unnest(:tables::text[]::regclass[]) as asked(of_table) cross join lateral (
    select * from changes c where c.of_table = asked.of_table and c.position > :after order by c.position limit ${WINDOW}) c`;

/**
 * The changes behind the position `:after` that the caller may see: their JSON, the last position told, the last one
 * looked at, how many those are, whether there are more to tell, the mark of `:after`, and whether some have no position.
 * @param kinds all that there are
 */
export function changesAfter(kinds: readonly RecordKind[], { some }: { readonly some: boolean }): Sql {
  const window = (columns: Sql): Sql =>
    sql`(select ${columns} ${some ? ofSome : ofAll} order by c.position limit ${WINDOW})`;
  return sql`
    with seen as (
      select c.*, row_number() over (order by c.position) as number from (
        select c.*, ${toldOf(kinds)} as told from ${window(sql`c.*`)} c offset 0) c
      where c.told[1] = any (:kinds) and c.told[2] = any (:areas)
      order by c.position limit :limit::int + 1),
    looked as (select max(c.position) as last, count(*) as number from ${window(sql`c.position`)} c)
    select (select coalesce(json_agg(${change} order by s.position), '[]'::json) from seen s
        join history h on h.record_id = s.record_id and h.id = s.entry where s.number <= :limit::int),
      ${marked(sql`(select max(s.position) from seen s where s.number <= :limit::int)`)},
      ${marked(sql`looked.last`)}, looked.number, (select count(*) > :limit::int from seen),
      ${marked(sql`:after::bigint`)}, ${isUnread}
    from looked`;
}

/** The kind, the area and the address of the record of a change `c`; null where the caller may not see it. */
function toldOf(kinds: readonly RecordKind[]): Sql {
  const tables = [...new Set(kinds.map(({ table }) => table))];
  const branches = tables.map((table) => {
    const told = kinds.filter((kind) => kind.table === table).map(recordOf);
    return sql`when 'public.${identifier(table)}'::regclass then coalesce(${joinSql(told, sql`, `)})`;
  });
  return sql`case c.of_table ${joinSql(branches, sql` `)} end`;
}

function recordOf(kind: RecordKind): Sql {
  const { visible, within, ofKind, area, merges } = kind;
  const word = quoted(wordOf(kind));
  const told = (place: Sql, at: Sql, id = sql`e.id`): Sql =>
    sql`array[${word}, ${place}, '/v1/' || ${at} || ${id}]::text[]`;
  const own = sql`e.id = c.record_id and ${ofKind ?? sql`true`}`;
  if (!within) {
    const where = (row: Sql): Sql =>
      sql`(select ${told(quoted(area), quoted(`${kind.address}/`), sql`c.record_id`)} from ${visible} e where ${row})`;
    // Who may see what a record has become is told that it did.
    return merges ? sql`${where(own)}, ${where(sql`e.id = public.merged_into(c.record_id)`)}` : where(own);
  }
  const { path, segment } = within.asWhole;
  const collection = segment ? segment(sql`own`) : quoted(path);
  const at = sql`${collection} || '/' || own.id || ${quoted(kind.address.replace(/^.*(?=\/)/, '') + '/')}`;
  return sql`(select ${told(area === ':kind' ? collection : quoted(area), at)}
    from ${visible} e join ${within.visible} own on own.id = e.${wholeColumn(within)} where ${own})`;
}

/** A text of the program itself: a word, or a part of an address. */
function quoted(text: string): Sql {
  if (!/^[a-z_/-]+$/.test(text)) throw new Error(`“${text}” is no word of an address.`);
  return `'${text}'` as Sql;
}
