import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from './database.js';
import { snakeCase } from './naming.js';

/**
 * Inserts rows in one statement, whatever their number.
 * @param target the entity, or the name of a table that has none (a plain join table)
 * @param rows all with the same properties, named as in the entity
 */
export async function insertAll<T extends ObjectLiteral>(
  tx: Transaction,
  target: EntityTarget<T> | string,
  rows: readonly Partial<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  const table = typeof target === 'string' ? target : tx.connection.getMetadata(target).tableName;
  const columns = Object.keys(rows[0]!).map((property) => `"${snakeCase(property)}"`);
  await tx.query(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.join(', ')} from json_populate_recordset(null::public.${table}, $1)`,
    [JSON.stringify(rows.map(toColumns))],
  );
}

function toColumns(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([property, value]) => [snakeCase(property), value]));
}

/**
 * Replaces the entries of an ordered join table, such as the topics of an event.
 * @param own the column and id of the record whose entries they are
 * @param other the column of what is referred to, and the ids in order
 */
export async function replaceLinks(
  tx: Transaction,
  table: string,
  own: readonly [column: string, id: string],
  other: readonly [column: string, ids: readonly string[]],
): Promise<void> {
  await tx.query(`delete from ${table} where ${own[0]} = $1`, [own[1]]);
  await insertLinks(tx, table, own, other);
}

/** Adds the entries of an ordered join table; the same id twice counts once. */
export async function insertLinks(
  tx: Transaction,
  table: string,
  own: readonly [column: string, id: string],
  other: readonly [column: string, ids: readonly string[]],
): Promise<void> {
  const rows = [...new Set(other[1])].map((id, position) => ({ [own[0]]: own[1], [other[0]]: id, position }));
  await insertAll(tx, table, rows);
}
