import { type Sql, sql, statement } from '#platform';

/**
 * Whether who has these rights and scopes sees what a calendar is about, and may read what is of its kind.
 * @param kind its kind, as an SQL expression, as are the others
 */
export function isSubjectSeen(kind: Sql, id: Sql, rights: Sql, scopes: Sql): Sql {
  const allows = (scope: Sql): Sql => sql`${scope} = any (${scopes})`;
  const isThere = (rows: Sql): Sql =>
    sql`exists (select from ${rows} s where s.id = ${id} and s.archived_at is null)`;
  return sql`case ${kind}
    when 'person' then ${allows(sql`'directory:read'`)} and ${isThere(sql`visible_people(${rights})`)}
      and not exists (select from erasures x where x.person_id = ${id})
    when 'place' then ${allows(sql`'directory:read'`)} and ${isThere(sql`visible_places(${rights})`)}
    when 'delegation' then ${allows(sql`'delegations:read'`)} and ${isThere(sql`visible_delegations(${rights})`)}
    when 'actor' then exists (select from actors s where s.id = ${id})
    when 'office' then true
    else ${allows(sql`(${kind} || 's:read')`)} and exists (
      select from visible_events(${rights}) s where s.id = ${id} and s.kind = ${kind} and s.archived_at is null) end`;
}

/** Whether the caller sees the subject `:id` of the kind `:kind`. */
export const seesSubject = statement(
  'calendar-link-subject',
  sql`select to_json(${isSubjectSeen(sql`:kind::text`, sql`:id::uuid`, sql`:caller::jsonb`, sql`:scopes::text[]`)})`,
);
