import { SCOPES, type Scope, Tokens } from '#identity';
import { withOffice } from './with-office.js';

/**
 * Makes, lists and revokes access tokens.
 * @param words the command and what it is about: `create`, `list`, `revoke ID`
 */
export async function runTokenCommand(
  [command, id]: string[],
  { label, scope }: { label?: string; scope?: string },
  usage: string,
): Promise<void> {
  if (command === 'create' && label?.trim() && SCOPES.includes(scope as Scope)) {
    return withOffice(async (office) => {
      const { token } = await office.get(Tokens).create(label.trim(), scope as Scope);
      console.log(token);
    });
  }
  if (command === 'list') {
    return withOffice(async (office) => console.table(await office.get(Tokens).list()));
  }
  if (command === 'revoke' && id) {
    return withOffice(async (office) => {
      if (!(await office.get(Tokens).revoke(id))) throw new Error(`There is no living token ${id}.`);
      console.log(`Revoked ${id}; running servers forget it within a minute.`);
    });
  }
  throw new Error(usage);
}
