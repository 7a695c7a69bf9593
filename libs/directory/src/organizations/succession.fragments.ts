import { type Sql, sql } from '#platform';

/** Whether a column names the organization that is asked for, a unit of it, or one that either has succeeded. */
export function isOrganization(column: Sql, asked: Sql = sql`:organization`): Sql {
  return sql`${column} = any (array(select line.id from public.organization_line(${asked}) line))`;
}
