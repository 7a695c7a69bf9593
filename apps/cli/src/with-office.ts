import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OfficeModule } from '#office';
import { Database, readConfig } from '#platform';
import { COMPLAINTS } from './complaints.js';
import { withDatabase } from './with-database.js';

/** What is done with the office. */
type Work = (office: INestApplicationContext) => Promise<void>;

/** Runs `work` with the configured office, its database migrated. */
export async function withOffice(work: Work): Promise<void> {
  const config = readConfig();
  await withDatabase(config, async ({ url, migrationUrl }) => {
    const office = await NestFactory.createApplicationContext(
      OfficeModule.of({ ...config, poolSize: 2 }, url),
      { logger: COMPLAINTS, abortOnError: false },
    );
    try {
      await office.get(Database).open(migrationUrl);
      await work(office);
    } finally {
      await office.close();
    }
  });
}
