import { type Sql, sql } from '#platform';

/** How somebody is reached, and what colleagues should know of them: only for who may read contacts. */
export function forContacts(column: Sql): Sql {
  return sql`case when (:caller::jsonb -> 'scopes') ? 'contacts:read' then ${column} end`;
}
