import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { ClusterClaimedError, claimCluster } from './claim.js';
import { type Cluster, type StartOptions, restartCluster, startCluster } from './cluster.js';
import { ClusterGoneError, isFullDisk } from './error.js';
import { boundLog } from './log.js';
import { logOf } from './place.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Room may be made at any moment, and is found quickly. */
const PAUSE_WHILE_FULL_MS = 2000;
/** After so many failures in a row, some five minutes, somebody has to look. */
const MOST_FAILURES = 15;
const LOG_CHECK_MS = 5000;

/** How a watched cluster is, as far as its watcher knows. */
export interface Supervision {
  /** Whether it runs, claimed for this process. */
  readonly isUp: boolean;
  /** How often it was brought back. */
  readonly restarts: number;
  /** Whether it is away because its disk is full; it comes back once there is room. */
  readonly isFull: boolean;
  /** Whether it does not come back by itself. */
  readonly isLost: boolean;
}

/** A cluster that is claimed for this process, and started again whenever it dies, until it is stopped. */
export class SupervisedCluster implements Cluster, Supervision {
  isUp = true;
  restarts = 0;
  isFull = false;
  isLost = false;
  private isForeign = false;
  private readonly logger = new Logger('Postgres');
  private readonly ending = new AbortController();
  private coming: Promise<void> = Promise.resolve();
  private giveUp: () => Promise<void> = async () => {};
  private follow: (url: string) => void = () => {};

  private constructor(
    private cluster: Cluster,
    private readonly options: StartOptions,
  ) {}

  /**
   * Starts the cluster of a folder, claims it and watches it.
   * @throws ClusterClaimedError where another process runs on it; EmbeddedPostgresError where it cannot be started
   */
  static async start(folder: string, options: StartOptions = {}): Promise<SupervisedCluster> {
    const supervised = new SupervisedCluster(await startCluster(folder, options), options);
    await supervised.claim();
    const check = setInterval(() => void supervised.boundLog(), LOG_CHECK_MS).unref();
    supervised.ending.signal.addEventListener('abort', () => clearInterval(check));
    return supervised;
  }

  get url(): string {
    return this.cluster.url;
  }

  get migrationUrl(): string {
    return this.cluster.migrationUrl;
  }

  get adminUrl(): string {
    return this.cluster.adminUrl;
  }

  get folder(): string {
    return this.cluster.folder;
  }

  /** Tells where it answers whenever it is back, which may be at another port. */
  onReturn(follow: (url: string) => void): void {
    this.follow = follow;
  }

  /** Stops it, unless another process has claimed it meanwhile. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.coming;
    // In this order nobody can begin to use the cluster before it has stopped.
    if (!this.isForeign) await this.cluster.stop();
    await this.giveUp();
  }

  private async claim(): Promise<void> {
    this.giveUp = await claimCluster(this.url, this.folder, () => this.noticeEnd());
  }

  private noticeEnd(): void {
    if (this.ending.signal.aborted) return;
    this.isUp = false;
    this.giveUp = async () => {};
    this.logger.warn('The database has ended, and is started again.');
    this.coming = this.bringBack();
  }

  private async bringBack(): Promise<void> {
    const { signal } = this.ending;
    let pause = FIRST_PAUSE_MS;
    for (let failures = 0; !this.isUp && !signal.aborted; failures++) {
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.tryAgain(failures);
      pause = Math.min(pause * 2, this.isFull ? PAUSE_WHILE_FULL_MS : LONGEST_PAUSE_MS);
    }
  }

  private async tryAgain(failures: number): Promise<void> {
    try {
      this.cluster = await restartCluster(this.cluster, this.options, this.ending.signal);
      await this.claim();
    } catch (error) {
      if (!this.ending.signal.aborted) await this.noteFailure(error as Error, failures);
      return;
    }
    Object.assign(this, { isUp: true, isFull: false, isLost: false, isForeign: false });
    this.restarts++;
    this.follow(this.url);
    this.logger.log('The database is back.');
  }

  private async noteFailure(error: Error, failures: number): Promise<void> {
    this.isFull = await isFullDisk(error, this.folder);
    this.isForeign = error instanceof ClusterClaimedError;
    const isHopeless = this.isForeign || error instanceof ClusterGoneError;
    this.isLost = isHopeless || (!this.isFull && failures >= MOST_FAILURES);
    // Said again after twice as many failures: it may stay so for long.
    if ((failures & (failures - 1)) === 0) this.logger.error(error.message);
  }

  private async boundLog(): Promise<void> {
    await boundLog(logOf(this.folder)).catch((error: Error) => this.logger.warn(error.message));
  }
}
