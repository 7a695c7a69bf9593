import { ROLE_NAMES, type Role, Tokens } from '#identity';
import { withOffice } from './with-office.js';

/** The roles that are meant by what tokens allowed before there were roles. */
const ROLES_BY_SCOPE: Readonly<Record<string, Role>> = { read: 'viewer', write: 'organizer' };

/**
 * Makes, lists and revokes access tokens.
 * @param words the command and what it is about: `create`, `list`, `revoke ID`
 */
export async function runTokenCommand(
  [command, id]: string[],
  { label, role, scope, days }: { label?: string; role?: string; scope?: string; days?: string },
  usage: string,
): Promise<void> {
  const given = role ?? ROLES_BY_SCOPE[scope ?? 'read'];
  const lasting = days === undefined ? undefined : Number(days);
  const isWhole = lasting === undefined || (Number.isInteger(lasting) && lasting > 0);
  if (command === 'create' && label?.trim() && ROLE_NAMES.includes(given as Role) && isWhole) {
    return withOffice(async (office) => {
      const grant = { label: label.trim(), role: given as Role, days: lasting };
      const { token } = await office.get(Tokens).create(grant);
      console.log(token);
    });
  }
  if (command === 'list') {
    return withOffice(async (office) => console.table(await office.get(Tokens).list()));
  }
  if (command === 'revoke' && id) {
    return withOffice(async (office) => {
      if (!(await office.get(Tokens).revoke(id))) throw new Error(`There is no living token ${id}.`);
      console.log(`Revoked ${id}; running servers forget it within a second.`);
    });
  }
  throw new Error(usage);
}
