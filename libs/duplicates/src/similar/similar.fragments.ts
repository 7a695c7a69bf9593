import { type Sql, sql } from '#platform';

/** Whether two rows `a` and `b` of keys tell the caller that their records may be the same. */
export const ARE_ALIKE = sql`b.kind = a.kind and b.why = a.why and b.key = a.key and b.record_id <> a.record_id
  and case a.why
    when 'same_name' then not (a.is_acronym and b.is_acronym)
    when 'same_acronym_and_city' then public.in_same_city(a.record_id, b.record_id)
    when 'same_email' then a.kind <> 'person' or (:caller::jsonb -> 'scopes') ? 'contacts:read'
    else true end`;

/** Whether two records are known to be different. */
export function areDifferent(one: Sql, other: Sql): Sql {
  return sql`exists (select from different_records d where d.first_id = least(${one}, ${other}) and d.second_id = greatest(${one}, ${other}))`;
}

/** Why two records may be the same, surest first. */
export function whyAlike(one: Sql, other: Sql): Sql {
  return sql`array(select distinct a.why from record_keys a join record_keys b on ${ARE_ALIKE}
    where a.record_id = ${one} and b.record_id = ${other} order by a.why)`;
}
