import pg from 'pg';
import { writeRows } from './report.js';

/** What the words of everything take on the disk, as a table. */
export async function describeWords(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ relation: string; size: string; rows: string }>(
      `select c.relname as relation, pg_size_pretty(pg_relation_size(c.oid)) as size, c.reltuples::bigint::text as rows
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i')
         and (c.relname ~ '^(record|known)_words') order by c.relname`,
    );
    return writeRows([
      ['words', 'size', 'rows'],
      ...rows.map(({ relation, size, rows: number }) => [relation, size, number]),
    ]);
  } finally {
    await client.end();
  }
}
