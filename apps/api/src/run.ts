import { type LogLevel, Logger, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SupervisedCluster } from '#embedded';
import { TimedWork } from '#identity';
import { type Config, ConfigurationError, Database } from '#platform';
import { ZoneCorrectionsService } from '#schedules';
import { createServer } from './http.js';
import { OwnPostgres } from './own-postgres.js';
import { closeInTime } from './shutdown.js';
import type { Surroundings } from './telemetry/telemetry.js';

/** A running server. */
export interface RunningServer {
  /** Where it answers. */
  readonly url: string;
  /** Gives what it is made of, such as `Tokens`. */
  get<T>(type: Type<T>): T;
  /** Drains requests, closes connections and stops the embedded Postgres. */
  stop(): Promise<void>;
}

/**
 * Runs the server until SIGTERM or SIGINT: listens first, so that callers are told to wait, then opens the database.
 * @param logger what it writes to the log
 * @throws UnsuitableDatabaseError, EmbeddedPostgresError or ConfigurationError with a message for an operator
 */
export async function runServer(config: Config, logger?: LogLevel[]): Promise<RunningServer> {
  const embedded = config.databaseUrl ? null : startOwn(config);
  let app: NestFastifyApplication | undefined;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopAll(config, app, embedded));
  stopOnSignals(stop);
  try {
    const own = await embedded;
    app = await createServer(config, own?.url ?? config.databaseUrl!, logger, undefined, around(config, own));
    if (own) lookAfter(own, app);
    await app.listen(config.port, config.host).catch(explainAddress(config));
    await app.get(Database).open(own?.migrationUrl ?? config.migrationUrl);
    sayWhere(await app.getUrl());
    await app.get(ZoneCorrectionsService).correct();
    if (config.worker === 'inside') app.get(TimedWork).start();
  } catch (error) {
    await stop();
    throw error;
  }
  const running = app;
  return { url: await app.getUrl(), get: (type) => running.get(type), stop };
}

function sayWhere(url: string): void {
  new Logger('Corteo').log(`Corteo answers at ${url}, Swagger UI at ${url}/docs`);
}

// From the first moment on, also while the database is waited for. Not once: npm hands on the Ctrl-C that the
// terminal has sent already, and the second would cut the end short.
function stopOnSignals(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop().then(() => process.exit(0), exitWith));
  }
}

function exitWith(error: unknown): never {
  console.error(error);
  process.exit(1);
}

async function stopAll(
  { limits }: Config,
  app: NestFastifyApplication | undefined,
  embedded: Promise<SupervisedCluster> | null,
): Promise<void> {
  if (app) await closeInTime(app, limits);
  await (await embedded)?.stop();
}

function startOwn({ dataFolder, stateFolder }: Config): Promise<SupervisedCluster> {
  return SupervisedCluster.start(dataFolder, { stateFolder });
}

function around({ backupFolder }: Config, own: SupervisedCluster | null): Surroundings {
  return {
    embedded: own ? () => ({ up: own.isUp, restarts: own.restarts }) : undefined,
    // Whatever reads archives is loaded only where metrics are asked for.
    newestBackup: async () => (await import('#backups')).newestBackup(backupFolder),
  };
}

function lookAfter(own: SupervisedCluster, app: NestFastifyApplication): void {
  app.get(OwnPostgres).supervision = own;
  own.onReturn((url) => app.get(Database).moveTo(url));
  new Logger('Postgres').log(`The data are in ${own.folder}.`);
}

function explainAddress({ host, port }: Config): (error: NodeJS.ErrnoException) => never {
  return ({ code, message }) => {
    throw new ConfigurationError(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken; perhaps Corteo is already running. Choose another with PORT.`
        : `Corteo cannot listen at HOST ${host} and PORT ${port}: ${message}.`,
    );
  };
}
