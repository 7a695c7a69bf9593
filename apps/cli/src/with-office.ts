import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OfficeModule } from '#office';
import { type Config, Database, readConfig } from '#platform';
import { type Reached, reachDatabase } from './reach-database.js';

/** What is done with the office. */
type Work = (office: INestApplicationContext) => Promise<void>;

/**
 * Runs `work` with the configured office, its database migrated. Beside a running app it attaches to the app's
 * embedded cluster and leaves it running; without one it starts the cluster, and stops it afterwards where no app has begun
 * to run on it.
 */
export async function withOffice(work: Work): Promise<void> {
  const config = readConfig();
  const reached = await reachDatabase(config);
  try {
    await runOffice(config, reached, work);
  } finally {
    await reached.release();
  }
}

async function runOffice(config: Config, { url, migrationUrl }: Reached, work: Work): Promise<void> {
  const office = await NestFactory.createApplicationContext(
    OfficeModule.of({ ...config, poolSize: 2 }, url),
    { logger: ['fatal', 'error', 'warn'], abortOnError: false },
  );
  try {
    await office.get(Database).open(migrationUrl);
    await work(office);
  } finally {
    await office.close();
  }
}
