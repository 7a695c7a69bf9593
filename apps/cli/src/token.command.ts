import { SCOPES, type Scope, Tokens } from '#platform';
import { withDatabase } from './with-database.js';

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
    return withDatabase(async (database, clock) => {
      const { token } = await new Tokens(database, clock).create(label.trim(), scope as Scope);
      console.log(token);
    });
  }
  if (command === 'list') {
    return withDatabase(async (database, clock) => console.table(await new Tokens(database, clock).list()));
  }
  if (command === 'revoke' && id) {
    return withDatabase(async (database, clock) => {
      if (!(await new Tokens(database, clock).revoke(id))) throw new Error(`There is no living token ${id}.`);
      console.log(`Revoked ${id}; running servers forget it within a minute.`);
    });
  }
  throw new Error(usage);
}
