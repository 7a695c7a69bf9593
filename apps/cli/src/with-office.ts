import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { findCluster, startCluster } from '#embedded';
import { OfficeModule } from '#office';
import { type Config, Database, readConfig } from '#platform';

/** What is done with the office. */
type Work = (office: INestApplicationContext) => Promise<void>;

/**
 * Runs `work` with the configured office, its database migrated. Beside a running app it attaches to the app's
 * embedded cluster and leaves it running; without one it starts the cluster and stops it afterwards.
 */
export async function withOffice(work: Work): Promise<void> {
  const config = readConfig();
  const reached = await reachDatabase(config);
  try {
    await runOffice({ ...config, migrationUrl: reached.migrationUrl }, reached.databaseUrl, work);
  } finally {
    await reached.release();
  }
}

async function runOffice(config: Config, databaseUrl: string, work: Work): Promise<void> {
  const office = await NestFactory.createApplicationContext(
    OfficeModule.of({ ...config, poolSize: 2 }, databaseUrl),
    { logger: ['fatal', 'error', 'warn'], abortOnError: false },
  );
  try {
    await office.get(Database).open(config.migrationUrl);
    await work(office);
  } finally {
    await office.close();
  }
}

interface Reached {
  readonly databaseUrl: string;
  readonly migrationUrl: string | undefined;
  release(): Promise<void>;
}

async function reachDatabase(config: Config): Promise<Reached> {
  const { databaseUrl, migrationUrl, dataFolder, stateFolder } = config;
  const release = async (): Promise<void> => {};
  if (databaseUrl) return { databaseUrl, migrationUrl, release };
  const running = await findCluster(dataFolder, stateFolder);
  if (running) return { databaseUrl: running.url, migrationUrl: running.migrationUrl, release };
  const cluster = await startCluster(dataFolder, { stateFolder });
  return {
    databaseUrl: cluster.url,
    migrationUrl: cluster.migrationUrl,
    release: () => cluster.stop(),
  };
}
