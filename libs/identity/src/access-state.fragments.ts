import { type Sql, sql } from '#platform';

/** Whether what gives access, and ends, is valid as far as itself is concerned, was revoked, or is over. */
export const ACCESS_STATES = ['living', 'revoked', 'over'] as const;
export type AccessState = (typeof ACCESS_STATES)[number];

/** The state of a row `e`, `:now`. */
export const accessState: Sql = sql`case when e.revoked_at is not null then 'revoked' when e.expires_at <= :now then 'over' else 'living' end`;
