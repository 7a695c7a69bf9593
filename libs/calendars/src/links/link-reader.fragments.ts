import { type Sql, sql } from '#platform';
import type { SubjectKind } from './calendar-link.rules.js';
import { isSubjectSeen } from './link-subject.fragments.js';

/** Makes SQL that asks for a caller ask for who made the address that is `reader`: by their rights, in its languages. */
export function asReader(text: Sql): Sql {
  return text
    .replaceAll(':caller', 'reader.rights')
    .replaceAll(':languages', 'reader.lookup_tags')
    .replaceAll(':draft', 'false') as Sql;
}

// What calendars show of the rights of who made the address: e-mail addresses and telephone numbers are not among it.
const ASKED_OF_ROWS = sql`array['confidential:read']`;

/** The rights by which an address `l` is read: those of the token that it was made with, or of the one that replaced it. */
const grants = sql`(
  select t.role, t.organization_ids, case when t.scopes is null then own.scopes
      else array(select s from unnest(own.scopes) s where s = any (t.scopes)) end as scopes
  from access_tokens t
    cross join lateral (select array(select jsonb_array_elements_text(:roles::jsonb -> t.role)) as scopes) own
  where t.line_id = l.line_id and t.revoked_at is null and t.expires_at > :now
  order by t.id desc limit 1)`;

// Of somebody of the identity provider no token is kept: it is their rights when they made it.
const issued = sql`(select l.role, l.organization_ids, l.scopes from actors a
  where l.line_id is null and a.id = l.actor_id and a.kind = 'user')`;

const rights = sql`jsonb_build_object('actor', l.actor_id, 'actors', jsonb_build_array(l.actor_id), 'role', g.role,
  'scopes', to_jsonb(array(select s from unnest(g.scopes) s where s = any (${ASKED_OF_ROWS}))),
  'organizations', to_jsonb(g.organization_ids))`;

const linkOfHash = sql`(select x.id from calendar_links x where x.hash = decode(:hash, 'hex') union all
    select f.link_id from former_calendar_links f where f.hash = decode(:hash, 'hex') and f.until > :now limit 1)`;

/**
 * The address whose secret has the digest `:hash`, as one row: with its rights, where it is valid and what it is about is seen.
 * @param kind of what it is about; of any kind where it is left out
 */
export function readerRow(kind?: SubjectKind): Sql {
  // Without an offset the rights would stand wherever who sees a row is asked, which then reads whole tables.
  const isKind = kind ? sql`l.subject_kind = '${kind as Sql}'` : sql`true`;
  return sql`
  select l.*, g.scopes as allowed, r.rights, array(select jsonb_array_elements_text(:audiences::jsonb -> l.audience)) as audiences
  from calendar_links l
    cross join lateral (select * from ${grants} t union all select * from ${issued} i) g
    cross join lateral (select ${rights} as rights offset 0) r
  where l.id = ${linkOfHash}
    and ${isKind} and l.revoked_at is null and (l.expires_at is null or l.expires_at > :now)
    and ${isSubjectSeen(sql`l.subject_kind`, sql`l.subject_id`, sql`r.rights`, sql`g.scopes`, kind)}`;
}
