import pg from 'pg';
import { type Connection, DATABASE, connectionUrl } from './connection.js';
import { EmbeddedPostgresError } from './error.js';

const WRONG_PASSWORD = '28P01';

/** Tells whether the product's database is there and answers. */
export async function answers(connection: Connection): Promise<boolean> {
  return await withClient(connection, DATABASE, async () => undefined);
}

/**
 * Creates the product's database where the cluster has none yet.
 * @returns whether the cluster answers; where it does not (yet), nothing happened
 */
export async function ensureDatabase(connection: Connection): Promise<boolean> {
  return await withClient(connection, 'postgres', async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

async function withClient(
  connection: Connection,
  database: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<boolean> {
  const connectionString = connectionUrl(connection, database);
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000, ssl: false });
  // Without a listener, a server that stops under us would end this process.
  client.on('error', () => undefined);
  try {
    if (!(await connect(client))) return false;
    await work(client);
    return true;
  } finally {
    await client.end();
  }
}

async function connect(client: pg.Client): Promise<boolean> {
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) return false;
    const advice = 'Remove that file: the next start sets a new password.';
    throw new EmbeddedPostgresError(`The database refuses the password in connection.json. ${advice}`);
  }
}
