import { setTimeout as sleep } from 'node:timers/promises';
import { ConsoleLogger, type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TimedWork } from '#identity';
import { OfficeModule } from '#office';
import { type Config, ConfigurationError, Database } from '#platform';

/** One connection holds the lock of a job, and others do its work. */
const POOL_SIZE = 5;

/**
 * Does what time demands until SIGTERM or SIGINT, beside servers on the same database.
 * @throws ConfigurationError where there is no such database: then the server does it
 */
export async function runWorker(config: Config): Promise<void> {
  const { databaseUrl, migrationUrl } = config;
  if (!databaseUrl)
    throw new ConfigurationError(
      'The worker needs DATABASE_URL; where Corteo runs its own Postgres, the server does the timed work itself.',
    );
  const office = await NestFactory.createApplicationContext(
    OfficeModule.of({ ...config, poolSize: POOL_SIZE }, databaseUrl),
    {
      logger: new ConsoleLogger({ json: true, logLevels: ['log', 'warn', 'error', 'fatal'] }),
      abortOnError: false,
    },
  );
  stopOnSignals(office, config);
  try {
    await office.get(Database).open(migrationUrl);
  } catch (error) {
    await office.close();
    throw error;
  }
  office.get(TimedWork).start();
  new Logger('Corteo').log('The worker does what time demands.');
}

// What is cut short is done the next time.
function stopOnSignals(office: INestApplicationContext, { limits }: Config): void {
  let stopped: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      stopped ??= Promise.race([office.close(), sleep(limits.shutdown)]);
      void stopped.then(() => process.exit(0), exitWith);
    });
}

function exitWith(error: unknown): never {
  console.error(error);
  process.exit(1);
}
