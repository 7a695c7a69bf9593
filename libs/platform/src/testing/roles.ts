import { beside, command, inventName } from './server.js';

/** A role that owns a database, and one that works with it; each has its name as its password. */
export interface Roles {
  readonly owner: string;
  readonly application: string;
  drop(): Promise<void>;
}

/** An empty database that one role owns and another may connect to. */
export interface TestRoles {
  readonly migrationUrl: string;
  readonly applicationUrl: string;
  drop(): Promise<void>;
}

/** Makes two roles on a server; they must have lost what they own before they are dropped. */
export async function makeRoles(server: string): Promise<Roles> {
  const [owner, application] = ['owner', 'application'].map((role) => inventName(`corteo_${role}`)) as [
    string,
    string,
  ];
  for (const role of [owner, application])
    await command(server, `create role ${role} login password '${role}'`);
  return { owner, application, drop: () => command(server, `drop role ${owner}, ${application}`) };
}

/** Makes a database and two roles for a test file. */
export async function openTestRoles(): Promise<TestRoles> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('There is no database server; start tests with “npm test”.');
  const name = inventName('corteo_database');
  const roles = await makeRoles(server);
  await command(
    server,
    `create database ${name} owner ${roles.owner} template template0 encoding 'UTF8' locale 'C.UTF-8'`,
  );
  return {
    migrationUrl: asRole(beside(server, name), roles.owner),
    applicationUrl: asRole(beside(server, name), roles.application),
    drop: async () => {
      await command(server, `drop database ${name} with (force)`);
      await roles.drop();
    },
  };
}

/** The same address for a role of `makeRoles`. */
export function asRole(url: string, role: string): string {
  return Object.assign(new URL(url), { username: role, password: role }).href;
}
