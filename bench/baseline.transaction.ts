import type pg from 'pg';
import type { CapturedRead } from './capture.js';
import { queryOf } from './query.js';

/** Does all of some work on one connection, or nothing of it. */
export async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** A record as the product reads it, in the transaction that wrote it. */
export async function readBack(
  client: pg.PoolClient,
  { statement, values, column }: CapturedRead,
  id: string,
): Promise<string> {
  const { rows } = await client.query<string[]>(queryOf(statement, { ...values, id }));
  return rows[0]![column]!;
}
