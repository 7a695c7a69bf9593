import pg from 'pg';
import { dataSourceOptions } from '#platform';
import type { CapturedRead } from './capture.js';
import { queryOf } from './query.js';

/** The plan of a statement for the values it was run with, without the outputs of its nodes. */
export async function explain(databaseUrl: string, { statement, values }: CapturedRead): Promise<string> {
  const { extra } = dataSourceOptions(databaseUrl, 1);
  const client = new pg.Client({ connectionString: databaseUrl, ...extra });
  await client.connect();
  try {
    const query = queryOf(
      {
        ...statement,
        name: undefined,
        text: `explain (analyze, buffers, costs off, summary on) ${statement.text}`,
      },
      values,
    );
    const { rows } = await client.query<string[]>(query);
    return rows.map(([line]) => line).join('\n');
  } finally {
    await client.end();
  }
}

/** The tables of which a plan reads every row, small ones aside. */
export function scansOf(plan: string): string[] {
  const scans = plan.matchAll(
    /Seq Scan on (\w+)[^\n]*rows=(\d+)[^\n]*\)((?:\n\s+(?:Filter|Rows Removed)[^\n]*)*)/g,
  );
  return [...scans]
    .filter(
      ([, , rows, details]) =>
        Number(rows) + Number(/Removed by Filter: (\d+)/.exec(details!)?.[1] ?? 0) > 2000,
    )
    .map(([, table]) => table!);
}
