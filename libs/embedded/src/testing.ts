import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataSourceOptions, openDataSource } from '#platform';
import { beside, command, inventName } from '#platform/testing';
import { DataSource } from 'typeorm';
import { startCluster } from './cluster.js';

/** The migrated database that the database of each test file is a clone of. */
export interface Template {
  readonly name: string;
  /** Any other database of its server. */
  readonly serverUrl: string;
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
  const name = inventName('corteo_template');
  const drop = async (): Promise<void> => {
    await command(server.url, `drop database if exists ${name} with (force)`);
    await server.stop();
  };
  try {
    // Another server may know ASCII only by default; the embedded one names its locale differently.
    const locale = serverUrl ? `template template0 encoding 'UTF8' locale 'C.UTF-8'` : '';
    await command(server.url, `create database ${name} ${locale}`);
    await migrate(beside(server.url, name));
  } catch (error) {
    await drop();
    throw error;
  }
  return { name, serverUrl: server.url, drop };
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

async function migrate(url: string): Promise<void> {
  const dataSource = new DataSource(dataSourceOptions(url, 2));
  await openDataSource(dataSource);
  await dataSource.destroy();
}
