import { type Sql, sql } from '#platform';
import { makingFields } from '#records';

/** How somebody is reached, and what colleagues should know of them: only for who may read contacts. */
export function forContacts(column: Sql): Sql {
  return sql`case when (:caller::jsonb -> 'scopes') ? 'contacts:read' then ${column} end`;
}

/** The members that an answer about somebody ends with: those of every answer, the notes for who may read contacts. */
export function makingFieldsOfSomebody(row: Sql): Record<string, Sql> {
  return { ...makingFields(row), notes: forContacts(sql`${row}.notes`) };
}
