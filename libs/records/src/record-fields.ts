import { type Sql, instant, shownName, sql } from '#platform';
import { actor } from './transitions/status-history.js';

/** The members that every answer about one record begins with. */
export function identityFields(row: Sql): Record<string, Sql> {
  return { id: sql`${row}.id`, version: sql`${row}.version` };
}

/** The members that every answer about one record ends with: when and by whom made and changed, and when put away. */
export function makingFields(row: Sql): Record<string, Sql> {
  return {
    createdAt: instant(sql`${row}.created_at`),
    createdBy: actor(sql`${row}.created_by_id`),
    updatedAt: instant(sql`${row}.updated_at`),
    updatedBy: actor(sql`${row}.updated_by_id`),
    archivedAt: instant(sql`${row}.archived_at`),
  };
}

/** The members of every answer about one record with names, the name in the language that was asked for. */
export function namedFields(row: Sql): Record<string, Sql> {
  return { ...identityFields(row), name: shownName(row), ...makingFields(row) };
}
