import { type QueryResultRow, escapeIdentifier, escapeLiteral } from 'pg';
import type { KeptSequence } from './manifest.js';

/** Runs a statement and gives its rows. */
export type Query = <R extends QueryResultRow>(text: string) => Promise<R[]>;

/** A table of ours and the columns that a backup keeps: all but those that the database derives. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What of a schema has to be taken away while rows go in. */
export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** What belongs to the role that made the schema, and not to an extension. */
const OWN = `
  own as (
    select c.oid, c.relname, c.relkind from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and c.relowner = (select relowner from pg_class where oid = to_regclass('public.migrations'))
      and not exists (select from pg_depend d
        where (d.classid, d.objid, d.deptype) = ('pg_class'::regclass, c.oid, 'e')))`;

/** The tables of the schema in order of their names; none where there is no schema of ours. */
export function readTables(query: Query): Promise<Table[]> {
  return query(`
    with ${OWN}
    select relname::text as name, array(
      select attname::text from pg_attribute
      where attrelid = own.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
    from own where relkind = 'r' order by relname`);
}

/** The foreign keys between those tables. */
export function readForeignKeys(query: Query): Promise<ForeignKey[]> {
  return query(`
    with ${OWN}
    select own.relname::text as table, conname::text as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join own on own.oid = k.conrelid where k.contype = 'f' order by k.oid`);
}

/** Where the sequences of the schema stand. */
export async function readSequences(query: Query): Promise<KeptSequence[]> {
  const found = await query<{ name: string }>(`
    with ${OWN} select relname::text as name from own where relkind = 'S' order by relname`);
  if (found.length === 0) return [];
  const each = found.map(
    ({ name }) =>
      `select ${escapeLiteral(name)} as name, last_value::text as "lastValue", is_called as "isCalled" from ${inPublic(name)}`,
  );
  return query(each.join(' union all '));
}

/** The migrations that have made the schema, oldest first; none where it is not there. */
export async function readSchemaVersion(query: Query): Promise<string[]> {
  const [found] = await query<{ there: boolean }>(
    `select to_regclass('public.migrations') is not null as there`,
  );
  if (!found!.there) return [];
  const rows = await query<{ name: string }>('select name from public.migrations order by id');
  return rows.map(({ name }) => name);
}

/** How many rows each table has, in the order given. */
export async function countRows(query: Query, tables: readonly string[]): Promise<number[]> {
  const each = tables.map(
    (name, order) => `select ${order} as position, count(*)::text as rows from ${inPublic(name)}`,
  );
  const counted = await query<{ rows: string }>(`${each.join(' union all ')} order by position`);
  return counted.map(({ rows }) => Number(rows));
}

/** A name of our schema, as SQL writes it. */
export function inPublic(name: string): string {
  return `public.${escapeIdentifier(name)}`;
}

/** What `copy` reads or writes of a table. */
export function copied({ name, columns }: Table): string {
  return `${inPublic(name)} (${columns.map(escapeIdentifier).join(', ')})`;
}
