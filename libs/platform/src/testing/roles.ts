import { beside, command, inventName } from './server.js';

/** An empty database that one role owns and another may connect to. */
export interface TestRoles {
  readonly migrationUrl: string;
  readonly applicationUrl: string;
  drop(): Promise<void>;
}

/** Makes a database and two roles for a test file. */
export async function openTestRoles(): Promise<TestRoles> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('There is no database server; start tests with “npm test”.');
  const [name, owner, application] = ['database', 'owner', 'application'].map((role) =>
    inventName(`corteo_${role}`),
  ) as [string, string, string];
  for (const role of [owner, application])
    await command(server, `create role ${role} login password '${role}'`);
  await command(
    server,
    `create database ${name} owner ${owner} template template0 encoding 'UTF8' locale 'C.UTF-8'`,
  );
  return {
    migrationUrl: asRole(beside(server, name), owner),
    applicationUrl: asRole(beside(server, name), application),
    drop: async () => {
      await command(server, `drop database ${name} with (force)`);
      for (const role of [owner, application]) await command(server, `drop role ${role}`);
    },
  };
}

function asRole(url: string, role: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = role;
  return address.href;
}
