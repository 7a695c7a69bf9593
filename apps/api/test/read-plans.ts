import { Database, type Statement } from '#platform';
import { DataSource } from 'typeorm';
import type { Office } from './office.js';

/** Notes which statements an office reads by from now on. */
export function noteStatements(office: Office): ReadonlyMap<string, Statement> {
  const database = office.provider(Database);
  const readRow = database.readRow.bind(database);
  const noted = new Map<string, Statement>();
  database.readRow = (statement, ...rest) => {
    noted.set(statement.text, statement);
    return readRow(statement, ...rest);
  };
  return noted;
}

/**
 * Finds statements that ask of every row of a table who may see it, before they look for theirs: Postgres runs a
 * `visible_…` function by itself where it cannot make it part of the plan.
 * @returns each with what it runs so
 */
export async function findSeparateLooks(office: Office, statements: Iterable<Statement>): Promise<string[]> {
  return office.provider(DataSource).transaction(async (tx) => {
    await tx.query('set local plan_cache_mode = force_generic_plan');
    const found: string[] = [];
    for (const { name, text, parameters } of statements) {
      await tx.query(`prepare looked as ${text}`);
      const values = parameters.length > 0 ? `(${parameters.map(() => 'null').join(', ')})` : '';
      const plan = await tx.query<{ 'QUERY PLAN': string }[]>(`explain (costs off) execute looked${values}`);
      await tx.query('deallocate looked');
      const looks = plan.map((line) => /Function Scan on (visible_\w+)/.exec(line['QUERY PLAN'])?.[1]);
      found.push(...looks.filter((look) => look).map((look) => `${name ?? text}: ${look}`));
    }
    return found;
  });
}
