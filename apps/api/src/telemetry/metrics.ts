import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { RequestMetrics } from './request-metrics.js';

/** How something that is measured stands when it is asked. */
export interface MetricSources {
  /** How busy the connections to Postgres are. */
  readonly pool: () => { open: number; idle: number; waiting: number };
  /** How well kept feeds serve. */
  readonly feeds: () => { hits: number; misses: number; entries: number; bytes: number };
  /** Whether the embedded Postgres is up, and how often it was started again; none where it is not ours. */
  readonly embedded?: (() => { up: boolean; restarts: number }) | undefined;
  /** When the newest backup was made, or null where there is none; none where backups are not looked at. */
  readonly newestBackup?: (() => Promise<Date | null>) | undefined;
}

/** Everything that Prometheus is told. */
export class Metrics {
  readonly requests: RequestMetrics;
  private readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new RequestMetrics(this.registry);
  }

  /** Measures what the server is made of, too. */
  follow({ pool, feeds, embedded, newestBackup }: MetricSources): void {
    this.followPool(pool);
    this.followFeeds(feeds);
    if (embedded) this.followEmbedded(embedded);
    if (newestBackup) this.followBackups(newestBackup);
  }

  /** All of it in the format that Prometheus reads. */
  async read(): Promise<{ type: string; text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  private followPool(load: MetricSources['pool']): void {
    this.gauge(
      'corteo_database_connections',
      'Connections to Postgres by what they do.',
      ['state'],
      (gauge) => {
        const { open, idle } = load();
        gauge.set({ state: 'idle' }, idle);
        gauge.set({ state: 'busy' }, open - idle);
      },
    );
    this.gauge('corteo_database_waiting', 'Work that waits for a connection to Postgres.', [], (gauge) =>
      gauge.set(load().waiting),
    );
  }

  private followFeeds(load: MetricSources['feeds']): void {
    this.counter(
      'corteo_feed_cache_requests_total',
      'Feeds asked for, by whether they were kept.',
      ['result'],
      (counter) => {
        const { hits, misses } = load();
        counter.inc({ result: 'hit' }, hits);
        counter.inc({ result: 'miss' }, misses);
      },
    );
    this.gauge('corteo_feed_cache_entries', 'Feeds that are kept.', [], (gauge) => gauge.set(load().entries));
    this.gauge('corteo_feed_cache_bytes', 'Memory that kept feeds take.', [], (gauge) =>
      gauge.set(load().bytes),
    );
  }

  private followEmbedded(state: NonNullable<MetricSources['embedded']>): void {
    this.gauge(
      'corteo_embedded_postgres_up',
      'Whether the embedded Postgres runs (1) or not (0).',
      [],
      (gauge) => gauge.set(state().up ? 1 : 0),
    );
    this.counter(
      'corteo_embedded_postgres_restarts_total',
      'How often the embedded Postgres was started again.',
      [],
      (counter) => counter.inc(state().restarts),
    );
  }

  private followBackups(newest: NonNullable<MetricSources['newestBackup']>): void {
    const help = 'When the newest backup was made, in seconds since 1970; 0 where there is none.';
    this.gauge('corteo_newest_backup_timestamp_seconds', help, [], async (gauge) =>
      gauge.set(((await newest())?.getTime() ?? 0) / 1000),
    );
  }

  private gauge(name: string, help: string, labelNames: string[], read: (gauge: Gauge) => unknown): void {
    const collect = async function (this: Gauge): Promise<void> {
      await read(this);
    };
    this.registry.registerMetric(new Gauge({ name, help, labelNames, registers: [], collect }));
  }

  /** A counter of what is counted elsewhere. */
  private counter(name: string, help: string, labelNames: string[], read: (counter: Counter) => void): void {
    const collect = function (this: Counter): void {
      this.reset();
      read(this);
    };
    this.registry.registerMetric(new Counter({ name, help, labelNames, registers: [], collect }));
  }
}
