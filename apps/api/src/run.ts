import { Logger } from '@nestjs/common';
import { type Config, ConfigurationError, Database, claimCluster, startCluster } from '#platform';
import { createServer } from './http.js';

/** A running server. */
export interface RunningServer {
  /** Where it answers. */
  readonly url: string;
  /** Drains requests, closes connections and stops the embedded Postgres. */
  stop(): Promise<void>;
}

/**
 * Runs the server until SIGTERM or SIGINT: listens first, so that callers are told to wait, then opens the database.
 * @throws UnsuitableDatabaseError, EmbeddedPostgresError or ConfigurationError with a message for an operator
 */
export async function runServer(config: Config): Promise<RunningServer> {
  const embedded = config.databaseUrl ? null : await openEmbedded(config.dataFolder);
  const app = await createServer(config, config.databaseUrl ?? embedded!.url);
  const stop = async (): Promise<void> => {
    await app.close();
    await embedded?.stop();
  };
  try {
    await app.listen(config.port, config.host).catch(explainPort(config));
    await app.get(Database).open(config.migrationUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  const url = await app.getUrl();
  new Logger('Corteo').log(`Corteo answers at ${url}, Swagger UI at ${url}/docs`);
  return { url, stop };
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
