import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A name that no other run uses. */
export function inventName(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}

/** The address of another database of the same server. */
export function beside(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Runs one statement over a connection of its own. */
export async function command(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
