import { type Sql, joinSql, sql, statement } from '#platform';
import { SUBJECT_KINDS, type SubjectKind } from './calendar-link.rules.js';

/**
 * Whether who has these rights and scopes sees what a calendar is about, and may read what is of its kind.
 * @param kind its kind, as an SQL expression, as are the others
 * @param only where it is of one kind, which that is
 */
export function isSubjectSeen(kind: Sql, id: Sql, rights: Sql, scopes: Sql, only?: SubjectKind): Sql {
  const seen = seenByKind(id, rights, scopes);
  if (only) return seen[only];
  const cases = SUBJECT_KINDS.map((one) => sql`when '${one as Sql}' then ${seen[one]}`);
  return sql`case ${kind} ${joinSql(cases, sql` `)} end`;
}

function seenByKind(id: Sql, rights: Sql, scopes: Sql): Record<SubjectKind, Sql> {
  const allows = (scope: Sql): Sql => sql`${scope} = any (${scopes})`;
  const isThere = (rows: Sql, further: Sql = sql`true`): Sql =>
    sql`exists (select from ${rows} s where s.id = ${id} and s.archived_at is null and ${further})`;
  const isEvent = (kind: Sql): Sql => isThere(sql`visible_events(${rights})`, sql`s.kind = ${kind}`);
  return {
    person: sql`${allows(sql`'directory:read'`)} and ${isThere(sql`visible_people(${rights})`)}
      and not exists (select from erasures x where x.person_id = ${id})`,
    delegation: sql`${allows(sql`'delegations:read'`)} and ${isThere(sql`visible_delegations(${rights})`)}`,
    visit: sql`${allows(sql`'visits:read'`)} and ${isEvent(sql`'visit'`)}`,
    forum: sql`${allows(sql`'forums:read'`)} and ${isEvent(sql`'forum'`)}`,
    place: sql`${allows(sql`'directory:read'`)} and ${isThere(sql`visible_places(${rights})`)}`,
    actor: sql`exists (select from actors s where s.id = ${id} and s.kind <> 'system')`,
    office: sql`true`,
  };
}

/** Whether the caller sees the subject `:id` of the kind `:kind`. */
export const seesSubject = statement(
  'calendar-link-subject',
  sql`select to_json(${isSubjectSeen(sql`:kind::text`, sql`:id::uuid`, sql`:caller::jsonb`, sql`:scopes::text[]`)})`,
);
