import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { type Place, syncFolder } from './place.js';
import { type Account, giveTo } from './privileges.js';

/** How to reach a cluster on the loopback address: what `connection.json` keeps. */
export interface Connection {
  readonly port: number;
  readonly password: string;
}

export const HOST = '127.0.0.1';
export const USER = 'corteo';
export const DATABASE = 'corteo';

/** A new password: 192 random bits in hexadecimal, so that it needs no quoting anywhere. */
export function makePassword(): string {
  return randomBytes(24).toString('hex');
}

/** The address of the product's database, as a URL. */
export function connectionUrl({ port, password }: Connection, database = DATABASE): string {
  return `postgres://${USER}:${password}@${HOST}:${port}/${database}`;
}

/**
 * Reads what is known of the connection.
 * @returns null where there is no file, or none that makes sense
 * @throws EACCES where the file belongs to another user
 */
export async function readConnection(place: Place): Promise<Connection | null> {
  try {
    const { port, password } = JSON.parse(await readFile(place.connection, 'utf8'));
    return Number.isInteger(port) && /^[0-9a-f]+$/.test(password) ? { port, password } : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Replaces `connection.json` at once, readable by its owner only; it survives a power cut. */
export async function writeConnection(place: Place, account: Account, connection: Connection): Promise<void> {
  const draft = `${place.connection}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(connection)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await giveTo(account, draft);
  await rename(draft, place.connection);
  await syncFolder(place.folder);
}
