import { Logger } from '@nestjs/common';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';

const TRIED_AGAIN_AFTER = 1_000;

/** Who hears what is told on a channel. */
export interface Hearer {
  /** What an instance has told, this one or another. */
  readonly hear: (notice: string) => void;
  /** Something may have been missed. */
  readonly missed: () => void;
}

/** Hears what instances tell each other through Postgres, over a connection of its own that is made again when it is lost. */
export class Notices {
  private readonly logger = new Logger('Database');
  private readonly hearers = new Map<string, Hearer>();
  private client: Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private isOpen = false;

  /** @param options how the database is reached at that moment */
  constructor(private readonly options: () => ClientConfig) {}

  add(channel: string, hearer: Hearer): void {
    this.hearers.set(channel, hearer);
  }

  async open(): Promise<void> {
    if (this.isOpen || this.hearers.size === 0) return;
    this.isOpen = true;
    await this.listen();
  }

  async close(): Promise<void> {
    this.isOpen = false;
    clearTimeout(this.again);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new Client(this.options());
    const lose = (): void => {
      if (this.client === client) this.listenLater();
    };
    client.on('notification', ({ channel, payload = '' }) => this.hearers.get(channel)?.hear(payload));
    client.on('error', lose);
    client.on('end', lose);
    this.client = client;
    try {
      await client.connect();
      for (const channel of this.hearers.keys()) await client.query(`listen ${escapeIdentifier(channel)}`);
      for (const hearer of this.hearers.values()) hearer.missed();
    } catch (error) {
      this.logger.debug(`Nothing is heard of other instances: ${String(error)}`);
      lose();
    }
  }

  private listenLater(): void {
    this.client?.removeAllListeners().on('error', () => undefined);
    void this.client?.end().catch(() => undefined);
    this.client = undefined;
    if (!this.isOpen) return;
    this.again = setTimeout(() => void this.listen(), TRIED_AGAIN_AFTER).unref();
  }
}
