import { type Sql, object, sql } from '#platform';

/** Who may see a row, in every answer about it. */
export function visibilityOf(row: Sql): Record<string, Sql> {
  return { visibility: sql`${row}.visibility` };
}

/** Who may see a row besides its makers, in the answer about it. */
export function visibleToOf(row: Sql): Record<string, Sql> {
  return {
    visibleTo: object({
      actorIds: sql`to_json(${row}.visible_to_actor_ids)`,
      roles: sql`to_json(${row}.visible_to_roles)`,
    }),
  };
}

/** The condition for `visibility`. */
export const VISIBILITY_FILTER = { visibility: sql`e.visibility = :visibility` };
