import { type Sql, sql, words } from '#platform';
import { AWAY } from '#vocabulary';

/** Whether somebody who was asked is still expected: a participation by its response, a member by its status. */
export function isExpected(answer: Sql): Sql {
  return sql`(${answer} not in (${words(AWAY)}))`;
}
