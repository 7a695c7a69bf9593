import { type LogLevel, Logger } from '@nestjs/common';
import { type Config, ConfigurationError, Database, Tokens, claimCluster, startCluster } from '#platform';
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
export function runServer(config: Config, logger?: LogLevel[]): Promise<RunningServer> {
  const running = startServer(config, logger);
  // Not once: npm hands on the Ctrl-C that the terminal has sent already, and the second would cut the end short.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stopAndExit(running));
  return running;
}

async function startServer(config: Config, logger?: LogLevel[]): Promise<RunningServer> {
  const embedded = config.databaseUrl ? null : await openEmbedded(config.dataFolder);
  const app = await createServer(config, config.databaseUrl ?? embedded!.url, logger);
  const close = async (): Promise<void> => {
    await app.close();
    await embedded?.stop();
  };
  let closing: Promise<void> | undefined;
  const stop = (): Promise<void> => (closing ??= close());
  try {
    await app.listen(config.port, config.host).catch(explainPort(config));
    await app.get(Database).open(config.migrationUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = await app.getUrl();
  new Logger('Corteo').log(`Corteo answers at ${url}, Swagger UI at ${url}/docs`);
  return { url, tokens: app.get(Tokens), stop };
}

async function stopAndExit(running: Promise<RunningServer>): Promise<void> {
  try {
    // A start that fails has stopped all itself.
    const server = await running.catch(() => null);
    await server?.stop();
    process.exit(0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}

async function openEmbedded(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
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
