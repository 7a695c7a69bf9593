import { type Role, faultOfDays, faultOfLabel } from '#identity';
import { withTokens } from './with-tokens.js';

/** The roles that are meant by what tokens allowed before there were roles. */
const ROLES_BY_SCOPE: Readonly<Record<string, Role>> = { read: 'viewer', write: 'organizer' };

interface Options {
  readonly label: string;
  readonly role?: Role;
  readonly scope?: string;
  readonly days?: number;
}

/**
 * Makes an access token, and prints it.
 * @throws Error where the office makes none of that name, or for that long
 */
export async function createToken({ label, role, scope = 'read', days }: Options): Promise<void> {
  await withTokens(async (tokens, { tokenDays: { most, usual } }) => {
    const grant = { label, role: role ?? ROLES_BY_SCOPE[scope]!, days: days ?? usual };
    const fault = faultOfLabel(label) ?? faultOfDays(grant.days, most);
    if (fault) throw new Error(fault);
    const { token } = await tokens.create(grant);
    console.log(token);
  });
}

/** Prints what is known of every access token. */
export async function listTokens(): Promise<void> {
  await withTokens(async (tokens) => console.table(await tokens.list()));
}

/**
 * Ends an access token.
 * @throws Error where there is none that lives
 */
export async function revokeToken(id: string): Promise<void> {
  await withTokens(async (tokens) => {
    if (!(await tokens.revoke(id))) throw new Error(`There is no living token ${id}.`);
    console.log(`Revoked ${id}; running servers forget it within a second.`);
  });
}
