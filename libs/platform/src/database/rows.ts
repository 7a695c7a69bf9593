import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Transaction } from './database.js';
import { snakeCase } from './naming.js';
import { runOften } from './run.js';

/**
 * Inserts rows in one statement, whatever their number.
 * @param target the entity, or the name of a table that has none (a plain join table)
 * @param rows their properties named as in the entity; what a row leaves out is null
 */
export async function insertAll<T extends ObjectLiteral>(
  tx: Transaction,
  target: EntityTarget<T> | string,
  rows: readonly Partial<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { table, discriminator, columns: known, objects } = tableOf(tx, target);
  const written = rows.map((row) => toColumns({ ...discriminator, ...membersOf(objects, row), ...row }));
  const columns = listed(known ?? Object.keys(Object.assign({}, ...written)));
  await runOften(
    tx,
    `insert into ${table} (${columns})
     select ${columns} from json_populate_recordset(null::public.${table}, $1)`,
    [JSON.stringify(written)],
  );
}

/**
 * Writes changed columns of one row, if it still has the version given.
 * @param changes named as in the entity
 * @returns whether there was such a row
 */
export async function updateRow<T extends ObjectLiteral>(
  tx: Transaction,
  target: EntityTarget<T>,
  { id, version }: { id: string; version: number },
  changes: Partial<T>,
): Promise<boolean> {
  const { table, objects } = tableOf(tx, target);
  const said = objects.filter(({ propertyName }) => propertyName in changes);
  const given = Object.entries(changes).filter(
    ([property, value]) => value !== undefined && !said.some(({ propertyName }) => propertyName === property),
  );
  const written = { ...toColumns(Object.fromEntries(given)), ...membersOf(said, changes) };
  const columns = listed(Object.keys(written));
  const { rowCount } = await runOften(
    tx,
    `update ${table} set (${columns}) = (select ${columns} from json_populate_record(null::public.${table}, $3))
     where id = $1 and version = $2`,
    [id, version, JSON.stringify(written)],
  );
  return rowCount === 1;
}

interface Target {
  readonly table: string;
  /** The column that tells its rows from those of other entities in there. */
  readonly discriminator: object;
  /** What can be written of an entity. */
  readonly columns?: readonly string[];
  /** The objects within an entity whose members are columns. */
  readonly objects: EntityMetadata['embeddeds'];
}

function tableOf<T extends ObjectLiteral>(tx: Transaction, target: EntityTarget<T> | string): Target {
  if (typeof target === 'string') return { table: target, discriminator: {}, objects: [] };
  const metadata = tx.connection.getMetadata(target);
  const { tableName, columns, discriminatorColumn, discriminatorValue, embeddeds: objects } = metadata;
  const discriminator = discriminatorColumn ? { [discriminatorColumn.propertyName]: discriminatorValue } : {};
  const written = columns.filter(({ isInsert }) => isInsert).map(({ databaseName }) => databaseName);
  return { table: tableName, discriminator, columns: written, objects };
}

/** The columns of the objects within a row; a list that is not said is empty. */
function membersOf(objects: EntityMetadata['embeddeds'], row: object): object {
  const members = objects.flatMap(({ propertyName, columns }) => {
    const object = ((row as Readonly<Record<string, unknown>>)[propertyName] ?? {}) as Readonly<
      Record<string, unknown>
    >;
    return columns.map((column) => [
      column.databaseName,
      object[column.propertyName] ?? (column.isArray ? [] : null),
    ]);
  });
  return Object.fromEntries(members) as object;
}

/** What a row holds, by the names of its columns instead of its properties. */
export function toColumns(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([property, value]) => [snakeCase(property), value]));
}

function listed(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

/** The entries of one list of a record: `own` is the column and the id of the record. */
type Own = readonly [column: string, id: string];

/**
 * Replaces the entries of an ordered list of a record, such as its topics. Those that stay are the same entries, at
 * another position perhaps: what they refer to is not referred to anew.
 * @param entries what they say, each by column; the same twice counts once
 */
export async function replaceEntries(
  tx: Transaction,
  table: string,
  [own, id]: Own,
  entries: readonly Readonly<Record<string, string | null>>[],
  columns: readonly string[],
): Promise<void> {
  const rows = JSON.stringify(distinct(entries, columns).map((row, position) => ({ ...row, position })));
  const given = `json_populate_recordset(null::public.${table}, $2) n`;
  const same = columns.map((column) => `t.${column} is not distinct from n.${column}`).join(' and ');
  const said = columns.map((column) => `n.${column}`).join(', ');
  const statements = [
    `delete from ${table} t where t.${own} = $1 and not exists (select from ${given} where ${same})`,
    `update ${table} t set position = n.position from ${given}
     where t.${own} = $1 and ${same} and t.position <> n.position`,
    `insert into ${table} (${own}, ${columns.join(', ')}, position) select $1::uuid, ${said}, n.position from ${given}
     where not exists (select from ${table} t where t.${own} = $1 and ${same})`,
  ];
  for (const statement of statements) await runOften(tx, statement, [id, rows]);
}

function distinct<T extends Readonly<Record<string, string | null>>>(
  entries: readonly T[],
  columns: readonly string[],
): T[] {
  const byContent = new Map(
    entries.map((entry) => [JSON.stringify(columns.map((column) => entry[column])), entry]),
  );
  return [...byContent.values()];
}

/**
 * Replaces the entries of an ordered join table, such as the topics of an event.
 * @param own the column and id of the record whose entries they are
 * @param other the column of what is referred to, and the ids in order
 */
export function replaceLinks(
  tx: Transaction,
  table: string,
  own: Own,
  [column, ids]: readonly [column: string, ids: readonly string[]],
): Promise<void> {
  return replaceEntries(
    tx,
    table,
    own,
    ids.map((id) => ({ [column]: id })),
    [column],
  );
}

/** Adds the entries of an ordered join table; the same id twice counts once. */
export async function insertLinks(
  tx: Transaction,
  table: string,
  own: Own,
  other: readonly [column: string, ids: readonly string[]],
): Promise<void> {
  await insertLinksOfAll(tx, table, [own[0], other[0]], [[own[1], other[1]]]);
}

/**
 * Adds the entries of an ordered join table for several records; the same id twice counts once.
 * @param columns that of the record, and that of what is referred to
 * @param entries the id of each record, and the ids in order
 */
export async function insertLinksOfAll(
  tx: Transaction,
  table: string,
  [own, other]: readonly [own: string, other: string],
  entries: readonly (readonly [id: string, ids: readonly string[]])[],
): Promise<void> {
  const rows = entries.flatMap(([record, ids]) =>
    [...new Set(ids)].map((id, position) => ({ [own]: record, [other]: id, position })),
  );
  await insertAll(tx, table, rows);
}
