import { hash } from 'node:crypto';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import { databaseWork } from './work.js';

/** The connection that a transaction holds. */
export function clientOf(tx: EntityManager): Promise<PoolClient> {
  return tx.queryRunner!.connect() as Promise<PoolClient>;
}

/** Which texts have names; bounded, since each connection keeps each of them prepared. */
const named = new Map<string, string>();
const MOST_NAMED = 500;

/**
 * Runs a statement of a text that recurs, such as the insert of a kind of record: each connection prepares it once.
 * @param text with `$1` and so on; like all SQL, made of literals of this program only
 */
export async function runOften<R extends QueryResultRow>(
  tx: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult<R>> {
  if (!named.has(text) && named.size < MOST_NAMED) named.set(text, hash('sha1', text));
  const query = { name: named.get(text), text, values: [...values] };
  const run = async (): Promise<QueryResult<R>> => (await clientOf(tx)).query<R>(query);
  return databaseWork.tracePromise(run, { kind: 'statement', text });
}
