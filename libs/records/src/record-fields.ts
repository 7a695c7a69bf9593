import { type Sql, instant, shownName, sql } from '#platform';
import { SIGNATURE } from './part.dto.js';
import { actor } from './transitions/status-history.js';

/** The members that every answer about one record begins with. */
export function identityFields(row: Sql): Record<string, Sql> {
  return { id: sql`${row}.id`, version: sql`${row}.version` };
}

const isColleague = sql`:caller::jsonb is not null and :caller::jsonb ->> 'role' is distinct from 'partner'`;

/**
 * The members that every answer about one record ends with: what colleagues should know of it, and no partner, when and by
 * whom it was made and changed, and when put away.
 */
export function makingFields(row: Sql): Record<string, Sql> {
  return { notes: sql`case when ${isColleague} then ${row}.notes end`, ...stampFields(row) };
}

/** When and by whom a record was made and changed, and when put away. */
export function stampFields(row: Sql): Record<string, Sql> {
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

/**
 * The members of a record inside the answer about its whole: who made and changed it, and when, is told at its own
 * address alone.
 * @param fields as they are told there
 */
export function partFields(fields: Readonly<Record<string, Sql>>): Record<string, Sql> {
  return without(fields, SIGNATURE);
}

/** The same of one that its whole shows only while it is in use. */
export function usedPartFields(fields: Readonly<Record<string, Sql>>): Record<string, Sql> {
  return without(fields, [...SIGNATURE, 'archivedAt']);
}

function without(fields: Readonly<Record<string, Sql>>, names: readonly string[]): Record<string, Sql> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
