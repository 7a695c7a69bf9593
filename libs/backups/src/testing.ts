import pg from 'pg';

/** Tables, their rows, and whatever else the schema and the rights in it are made of. */
const DEFINITIONS = `
  select 'index ' || indexdef as line from pg_indexes where schemaname = 'public'
  union all
  select format('constraint %s %s %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
  -- From version 18 on, what is not null is a constraint, too.
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all
  select format('trigger %s %s', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
  union all
  select format('function %s %s', p.oid::regprocedure, pg_get_functiondef(p.oid)) from pg_proc p
  where pronamespace = 'public'::regnamespace and prokind = 'f'
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select format('column %s.%s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod)) from pg_attribute
  join pg_class c on c.oid = attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and attnum > 0 and not attisdropped
  union all
  select format('sequence %s %s', sequencename, last_value) from pg_sequences
  order by 1`;

const ROWS = `
  select string_agg(format('select %L || md5(coalesce(string_agg(t::text, E''\\n'' order by t::text collate "C"), ''''))
    || '' '' || count(*) as line from public.%I t', 'rows ' || relname || ' ', relname), ' union all ') as statement
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;

/** All that a database of ours is, as lines: its rows, its definitions, and where its sequences stand. */
export async function summarize(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c search_path=public' });
  await client.connect();
  try {
    const [{ statement }] = (await client.query(ROWS)).rows as [{ statement: string }];
    const rows = statement ? (await client.query(`${statement} order by 1`)).rows : [];
    const definitions = (await client.query(DEFINITIONS)).rows;
    return [...rows, ...definitions].map(({ line }: { line: string }) => line);
  } finally {
    await client.end();
  }
}
