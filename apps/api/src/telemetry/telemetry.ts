import type { LogLevel as NestLevel, LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ForumFeed } from '#calendars';
import { type Config, Database } from '#platform';
import type { Log } from './log.js';
import type { MetricSources, Metrics } from './metrics.js';
import { type RequestObserver, type Watch, watchFor, watchRequests } from './request-watch.js';

/** Where the log goes: lines of JSON, or what Nest writes of these levels for whoever sits at a terminal. */
export type LogTarget = Log | NestLevel[];

/** What only whoever runs the server can tell of what it stands on. */
export type Surroundings = Pick<MetricSources, 'embedded' | 'newestBackup'>;

/** What an operator sees of a server. */
export interface Telemetry {
  readonly logger: LoggerService | NestLevel[];
  /** Watches a request that no hook sees. */
  readonly watch: Watch;
  /** Measures what the app is made of and stands on. */
  measure(app: NestFastifyApplication, surroundings: Surroundings): void;
}

/** Opens what is configured, and loads nothing else. It comes before all that may refuse a request. */
export async function openTelemetry(
  server: FastifyInstance,
  config: Config,
  target?: LogTarget,
): Promise<Telemetry> {
  const observers: RequestObserver[] = [];
  const watch = watchFor(observers);
  watchRequests(server, watch);
  if (config.tracesUrl) observers.push(await traceRequests(server, config));
  const metrics = config.metricsPort === undefined ? undefined : await openMetrics(server, config);
  if (metrics) observers.push(metrics.requests);
  const logger = Array.isArray(target) ? target : await writeLines(observers, config, target);
  return { logger, watch, measure: (app, surroundings) => metrics?.follow(sourcesOf(app, surroundings)) };
}

async function traceRequests(server: FastifyInstance, config: Config): Promise<RequestObserver> {
  const { startTracing } = await import('./tracing.js');
  const tracing = startTracing(config);
  tracing.follow(server);
  return tracing.observer;
}

async function openMetrics(server: FastifyInstance, config: Config): Promise<Metrics> {
  const [{ Metrics: Registry }, { serveMetrics }] = await Promise.all([
    import('./metrics.js'),
    import('./metrics-server.js'),
  ]);
  const metrics = new Registry();
  serveMetrics(server, metrics, config);
  return metrics;
}

async function writeLines(
  observers: RequestObserver[],
  { logLevel }: Config,
  target: Log | undefined,
): Promise<LoggerService> {
  const [{ openLog }, { NestLog }, { requestLines }] = await Promise.all([
    import('./log.js'),
    import('./nest-log.js'),
    import('./request-lines.js'),
  ]);
  const log = target ?? openLog(logLevel);
  observers.push(requestLines(log));
  return new NestLog(log);
}

function sourcesOf(app: NestFastifyApplication, surroundings: Surroundings): MetricSources {
  const [database, feed] = [app.get(Database), app.get(ForumFeed, { strict: false })];
  return { pool: () => database.load(), feeds: () => feed.cacheLoad(), ...surroundings };
}
