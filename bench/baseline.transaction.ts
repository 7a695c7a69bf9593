import type pg from 'pg';
import type { CapturedRead } from './capture.js';
import { columnText, queryOf } from './query.js';

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
export async function readBack(client: pg.PoolClient, read: CapturedRead, id: string): Promise<string> {
  const { rows } = await client.query<string[]>(queryOf(read.statement, { ...read.values, id }));
  return answerOf(read, rows[0]!);
}

/** What a row of a statement answers. */
export function answerOf({ column, open, before, after }: CapturedRead, row: readonly string[]): string {
  return before + columnText(row[column]!, open) + after;
}
