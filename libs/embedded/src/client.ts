import pg from 'pg';
import { type Connection, DATABASE, type Role, connectionUrl } from './connection.js';
import { EmbeddedPostgresError } from './error.js';

const WRONG_PASSWORD = '28P01';

/** Whether the product's database is there, and answers the application. */
export async function answers(connection: Connection): Promise<boolean> {
  try {
    return await withClient(connection, 'application', DATABASE, async () => undefined);
  } catch (error) {
    if (isWrongPassword(error)) return false;
    throw error;
  }
}

/**
 * Works in a database of the cluster as the superuser.
 * @returns whether the cluster answers; where it does not (yet), nothing happened
 * @throws EmbeddedPostgresError where the password in connection.json is not the superuser's
 */
export async function administrate(
  connection: Connection,
  database: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<boolean> {
  try {
    return await withClient(connection, 'admin', database, work);
  } catch (error) {
    if (!isWrongPassword(error)) throw error;
    const advice = 'Remove that file: the next start sets a new password.';
    throw new EmbeddedPostgresError(`The database refuses the password in connection.json. ${advice}`);
  }
}

async function withClient(
  connection: Connection,
  role: Role,
  database: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<boolean> {
  const connectionString = connectionUrl(connection, role, database);
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
    if (isWrongPassword(error)) throw error;
    return false;
  }
}

function isWrongPassword(error: unknown): boolean {
  return (error as { code?: string }).code === WRONG_PASSWORD;
}
