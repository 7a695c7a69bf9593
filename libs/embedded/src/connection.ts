import { createHmac, randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { type Place, syncFolder } from './place.js';
import { type Account, giveTo } from './privileges.js';

/** How to reach a cluster on the loopback address: what `connection.json` keeps. */
export interface Connection {
  readonly port: number;
  readonly password: string;
}

export const HOST = '127.0.0.1';
export const DATABASE = 'corteo';

/** Who connects: the superuser, who owns database and tables, and who only works with them. */
export const ROLES = { admin: 'corteo', owner: 'owner_of_corteo', application: 'user_of_corteo' } as const;

export type Role = keyof typeof ROLES;

/** A new password: 192 random bits in hexadecimal, so that it needs no quoting anywhere. */
export function makePassword(): string {
  return randomBytes(24).toString('hex');
}

/** The password of a role. The superuser's leads to the others, and none of them back to it. */
export function passwordOf({ password }: Connection, role: Role): string {
  return role === 'admin' ? password : createHmac('sha256', password).update(ROLES[role]).digest('hex');
}

/** The address of the product's database for a role, as a URL. */
export function connectionUrl(connection: Connection, role: Role, database = DATABASE): string {
  const password = passwordOf(connection, role);
  return `postgres://${ROLES[role]}:${password}@${HOST}:${connection.port}/${database}`;
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
