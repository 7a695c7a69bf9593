import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSourceOptions, openDataSource } from '#platform';
import { type Roles, asRole, beside, command, inventName, makeRoles } from '#platform/testing';
import { DataSource } from 'typeorm';
import { startCluster } from './cluster.js';

/** The migrated database that the database of each test file is a clone of. */
export interface Template {
  readonly name: string;
  /** Any other database of its server. */
  readonly serverUrl: string;
  /** Who owns its tables, and who works with them. */
  readonly roles: Roles;
  /** Removes it, and stops its Postgres where it was started for it. */
  drop(): Promise<void>;
}

/** Nothing of a test run has to outlive a power cut. */
const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Makes a migrated database to clone.
 * @param serverUrl any database of a server where databases may be created; without it, an embedded one is started
 */
export async function createTemplate(serverUrl: string | undefined): Promise<Template> {
  const server = serverUrl ? { url: serverUrl, stop: async () => {} } : await startServer();
  const roles = await makeRoles(server.url);
  const name = inventName('corteo_template');
  const drop = async (): Promise<void> => {
    try {
      await command(server.url, `drop database if exists ${name} with (force)`);
      await roles.drop();
    } finally {
      await server.stop();
    }
  };
  try {
    // Another server may know ASCII only by default; the embedded one names its locale differently.
    const locale = serverUrl ? `template template0 encoding 'UTF8' locale 'C.UTF-8'` : '';
    await command(server.url, `create database ${name} owner ${roles.owner} ${locale}`);
    await migrate(beside(server.url, name), roles);
  } catch (error) {
    await drop();
    throw error;
  }
  return { name, serverUrl: server.url, roles, drop };
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'corteo-tests-'));
  const cluster = await startCluster(folder, { settings: HASTY });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    await rm(folder, { recursive: true });
  };
  return { url: cluster.adminUrl, stop };
}

async function migrate(url: string, { owner, application }: Roles): Promise<void> {
  const dataSource = new DataSource(dataSourceOptions(asRole(url, application), 2));
  await openDataSource(dataSource, asRole(url, owner));
  await dataSource.destroy();
}
