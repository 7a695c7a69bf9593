import type pg from 'pg';
import { withClient } from './database.js';

/** What a database is apart from its rows; each statement gives lines of text. */
const DEFINITIONS = [
  `select 'index ' || indexname || ' ' || indexdef from pg_indexes where schemaname = 'public'`,
  `select format('constraint %s %s %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
   from pg_constraint where connamespace = 'public'::regnamespace`,
  `select format('trigger %s %s %s %s', tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid))
   from pg_trigger where not tgisinternal`,
  `select format('function %s %s %s %s', p.oid::regprocedure, md5(pg_get_functiondef(p.oid)), prosecdef, proacl)
   from pg_proc p where pronamespace = 'public'::regnamespace and prokind = 'f'
     and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  `select format('rights %s %s %s', relname, pg_get_userbyid(relowner), relacl)
   from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v')`,
  `select format('column %s.%s %s %s %s', table_name, column_name, data_type, column_default, is_nullable)
   from information_schema.columns where table_schema = 'public'`,
  `select format('extension %s %s', extname, extversion) from pg_extension`,
  `select format('sequence %s %s', sequencename, last_value) from pg_sequences`,
];

const TABLES = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;

/** What one database has and the other has not, as lines; rows are compared table by table. */
export async function compareDatabases(one: string, other: string): Promise<string[]> {
  const [left, right] = await Promise.all([describe(one), describe(other)]);
  const only = (lines: readonly string[], others: ReadonlySet<string>, sign: string): string[] =>
    lines.filter((line) => !others.has(line)).map((line) => `${sign} ${line.slice(0, 100)}`);
  return [...only(left, new Set(right), '-'), ...only(right, new Set(left), '+')];
}

function describe(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const lines: string[] = [];
    for (const statement of DEFINITIONS) lines.push(...(await readLines(client, statement)));
    const { rows } = await client.query<{ name: string }>(TABLES);
    for (const { name } of rows) lines.push(...(await readLines(client, sumOf(name))));
    return lines;
  });
}

/** How many rows a table has, and a sum of what they hold. */
function sumOf(table: string): string {
  return `select format('rows %s %s %s', '${table}', count(*), sum(hashtextextended(t::text, 0)::numeric))
    from public."${table}" t`;
}

async function readLines(client: pg.Client, text: string): Promise<string[]> {
  const { rows } = await client.query<[string]>({ text, rowMode: 'array' });
  return rows.map(([line]) => line);
}
