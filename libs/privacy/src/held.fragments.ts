import { sql } from '#platform';

/** All that is held about the person `:id`, in use and set aside by merges. */
export const HELD = sql`select * from held_about(:id, :caller::jsonb, :languages::text[])
  union all select * from set_aside_about(:id, :caller::jsonb)`;

/** Whether a row `h` of it is in use. */
export const IS_IN_USE = sql`not h.held ? 'setAsideBy'`;
