import { type Sql, list, object, shownText, sql } from '#platform';
import { participantList, publishedStanding, publishedState } from './published-items.fragments.js';

/** Whether an item was published as one that is to take place. */
const stood = (item: Sql): Sql => sql`coalesce(${item}.standing <> 'off', false)`;

const FIELDS = {
  time: (row: Sql) => sql`(${row}.starts_local, ${row}.ends_local, ${row}.on_date, ${row}.time_zone)`,
  place: (row: Sql) => sql`${row}.place_id`,
  title: (row: Sql) => sql`${row}.title`,
  kind: (row: Sql) => sql`${row}.kind`,
  status: (row: Sql) => sql`${row}.status`,
  audience: (row: Sql) => sql`${row}.audience`,
  participants: (
    row: Sql,
  ) => sql`(select json_agg(json_build_array(q.person_id, q.organization_id, q.delegation_id, q."group", q.placeholder, q.role)
    order by q.participation_id)::text from visible_published_participations(:caller) q
    where q.publication_id = ${row}.publication_id and q.item_id = ${row}.item_id)`,
} as const satisfies Record<string, (row: Sql) => Sql>;

const NAMES: Readonly<Record<keyof typeof FIELDS, Sql>> = {
  time: sql`'time'`,
  place: sql`'place'`,
  title: sql`'title'`,
  kind: sql`'kind'`,
  status: sql`'status'`,
  audience: sql`'audience'`,
  participants: sql`'participants'`,
};

const differing = (Object.keys(FIELDS) as (keyof typeof FIELDS)[])
  .map((field) => {
    const [before, after] = [FIELDS[field](sql`a`), FIELDS[field](sql`b`)];
    return sql`case when ${before} is distinct from ${after} then ${NAMES[field]} end`;
  })
  .join(', ') as Sql;

/** Each item of two publications with what became of it; `a` is the one before, `b` the one after. */
function comparison(before: Sql, after: Sql): Sql {
  const standing = publishedStanding(sql`x`, sql`own.parent_id`, sql`null`);
  const itemsOf = (publication: Sql): Sql =>
    sql`(select x.*, ${standing} as standing from visible_published_items(:caller) x
      join visible_agenda_items(:caller) own on own.id = x.item_id where x.publication_id = ${publication})`;
  return sql`(
    select c.*, case
        when not c.stood then 'added'
        when not c.stands then 'cancelled'
        when c.fields && array['time', 'place'] then 'moved'
        else 'changed' end as change
    from (
      select a, b, coalesce(b.item_id, a.item_id) as item_id, coalesce(b.place_in_order, a.place_in_order) as place_in_order,
        ${stood(sql`a`)} as stood, ${stood(sql`b`)} as stands,
        case when a.item_id is null or b.item_id is null then '{}' else array_remove(array[${differing}], null) end as fields
      from ${itemsOf(before)} a full join ${itemsOf(after)} b on b.item_id = a.item_id
    ) c
    where c.stood <> c.stands or c.stood and c.fields <> '{}'
  ) c`;
}

/** Whom a change concerns: where only participants changed, those who joined or left. */
function concerned(before: Sql, after: Sql): Sql {
  return participantList(sql`(
    select q.person_id, q.organization_id, q.delegation_id, q."group", q.placeholder, q.role, min(q.participation_id::text) as participation_id
    from visible_published_participations(:caller) q
    where q.item_id = c.item_id and q.publication_id in (${after}, coalesce(${before}, ${after}))
    group by 1, 2, 3, 4, 5, 6
    having c.fields <> array['participants'] or count(distinct q.publication_id) = 1
  ) q`);
}

const stateOf = (row: Sql): Sql =>
  sql`case when (${row}).item_id is not null then ${object(publishedState(sql`(${row})`))} end`;

/**
 * What changed from one publication to the next, as `PublishedChangeView` describes each change.
 * @param before the id of the one before, or null where there is none
 */
export function changesBetween(before: Sql, after: Sql): Sql {
  const change = object({
    change: sql`c.change`,
    item: object({
      id: sql`c.item_id`,
      title: shownText(sql`coalesce((c.b).title, (c.a).title)`),
    }),
    fields: sql`c.fields`,
    before: stateOf(sql`c.a`),
    after: stateOf(sql`c.b`),
    participants: concerned(before, after),
  });
  return list(change, comparison(before, after), sql`c.place_in_order, c.item_id`);
}
