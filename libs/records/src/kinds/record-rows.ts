import { type Sql, identifier, joinSql, snakeCase, sql } from '#platform';
import type { FindOptionsWhere } from 'typeorm';
import type { RecordEntity } from '../record.entity.js';
import type { At, RecordKind } from './record-kind.js';

/** What is true of the columns of a record at an address that names its whole. */
export function columnsAt<T extends RecordEntity>({ within }: RecordKind<T>, at: At): FindOptionsWhere<T> {
  if (!within) return {};
  return { [within.asWhole.parameter]: at[within.asWhole.parameter] } as FindOptionsWhere<T>;
}

/** The column that refers to the whole of a kind that is within another. */
export function wholeColumn(whole: RecordKind): Sql {
  return identifier(snakeCase(whole.asWhole.parameter));
}

/** What is true of the rows `e` that are within the whole which an address names. */
export function partOf(whole: RecordKind): Sql {
  return `e.${wholeColumn(whole)} = :${whole.asWhole.parameter}` as Sql;
}

/**
 * One record at its own address, as row `e`: what follows `select …`. It is in use, and so is its whole, unless the
 * caller asks for what was put away.
 */
export function rowAt(kind: RecordKind): Sql {
  const { visible, within } = kind;
  const own = sql`e.id = :id and ${rowsOf(kind)}`;
  if (!within) return sql`from ${visible} e where ${own} and (:archived::boolean or e.archived_at is null)`;
  return sql`from ${visible} e join ${within.visible} own on own.id = e.${wholeColumn(within)}
    where ${own} and ${wholeAt(within)} and (:archived::boolean or (e.archived_at is null and own.archived_at is null))`;
}

/** What tells the rows `e` of a kind, and which of them are in use beside what is archived. */
export function rowsOf({ ofKind, inUse }: RecordKind): Sql {
  const conditions = [ofKind, inUse && sql`(:archived::boolean or ${inUse})`].filter((one) => one !== null);
  return conditions.length > 0 ? joinSql(conditions, sql` and `) : sql`true`;
}

/** What is true of the row `own` of the whole that an address names. */
export function wholeAt({ asWhole }: RecordKind): Sql {
  const { parameter, matches } = asWhole;
  const further = Object.entries(matches).map(
    ([column, called]) => ` and own.${identifier(column)} = :${called}`,
  );
  return `own.id = :${parameter}${further.join('')}` as Sql;
}
