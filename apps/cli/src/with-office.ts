import {
  ConsoleLogger,
  type DynamicModule,
  type INestApplicationContext,
  type LogLevel,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, Database, readConfig } from '#platform';
import { withDatabase } from './with-database.js';

/** What is done with the office. */
type Work = (office: INestApplicationContext) => Promise<void>;

/** The standard output is for results. */
class ComplaintsApart extends ConsoleLogger {
  protected override printMessages(messages: unknown[], context?: string, level?: LogLevel): void {
    super.printMessages(messages, context, level, 'stderr');
  }
}

/** Runs `work` with the configured office, its database migrated. */
export async function withOffice(work: Work): Promise<void> {
  const { OfficeModule } = await import('#office');
  await withModule((config, url) => OfficeModule.of(config, url), work);
}

/** Runs `work` with that part of an office which `compose` makes; what there is less of is there sooner. */
export async function withModule(
  compose: (config: Config, url: string) => DynamicModule,
  work: Work,
): Promise<void> {
  const config = readConfig();
  await withDatabase(config, async ({ url, migrationUrl }) => {
    const office = await NestFactory.createApplicationContext(compose({ ...config, poolSize: 2 }, url), {
      logger: new ComplaintsApart({ logLevels: ['fatal', 'error', 'warn'] }),
      abortOnError: false,
    });
    try {
      await office.get(Database).open(migrationUrl);
      await work(office);
    } finally {
      await office.close();
    }
  });
}
