import { type LogLevel, Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { claimCluster, startCluster } from '#embedded';
import { Tokens } from '#identity';
import { type Config, ConfigurationError, Database } from '#platform';
import { ZoneCorrectionsService } from '#schedules';
import { createServer } from './http.js';

/** A running server. */
export interface RunningServer {
  /** Where it answers. */
  readonly url: string;
  /** Makes and knows its access tokens. */
  readonly tokens: Tokens;
  /** Drains requests, closes connections and stops the embedded Postgres. */
  stop(): Promise<void>;
}

/**
 * Runs the server until SIGTERM or SIGINT: listens first, so that callers are told to wait, then opens the database.
 * @param logger what it writes to the log
 * @throws UnsuitableDatabaseError, EmbeddedPostgresError or ConfigurationError with a message for an operator
 */
export async function runServer(config: Config, logger?: LogLevel[]): Promise<RunningServer> {
  const embedded = config.databaseUrl ? null : openEmbedded(config.dataFolder);
  let app: NestFastifyApplication | undefined;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopAll(app, embedded));
  stopOnSignals(stop);
  try {
    app = await createServer(config, config.databaseUrl ?? (await embedded!).url, logger);
    await app.listen(config.port, config.host).catch(explainPort(config));
    await app.get(Database).open(config.migrationUrl);
    await app.get(ZoneCorrectionsService).correct();
  } catch (error) {
    await stop();
    throw error;
  }
  const url = await app.getUrl();
  new Logger('Corteo').log(`Corteo answers at ${url}, Swagger UI at ${url}/docs`);
  return { url, tokens: app.get(Tokens), stop };
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

interface Embedded {
  readonly url: string;
  stop(): Promise<void>;
}

async function stopAll(
  app: NestFastifyApplication | undefined,
  embedded: Promise<Embedded> | null,
): Promise<void> {
  await app?.close();
  await (await embedded)?.stop();
}

async function openEmbedded(folder: string): Promise<Embedded> {
  const cluster = await startCluster(folder);
  const giveUp = await claimCluster(cluster.url, cluster.folder);
  const stop = async (): Promise<void> => {
    await giveUp();
    await cluster.stop();
  };
  return { url: cluster.url, stop };
}

function explainPort(config: Config): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigurationError(
      `Port ${config.port} is taken; perhaps Corteo is already running. Choose another with PORT.`,
    );
  };
}
