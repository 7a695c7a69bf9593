import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type Caller, Database } from '#platform';
import { OFFICE } from './office-caller.js';

/** What is done again and again, without anybody asking for it. */
export interface TimedJob {
  /** What it is called in the log; unique in the program. */
  readonly name: string;
  /** How many milliseconds lie between its beginnings. */
  readonly every: number;
  /** How many milliseconds after the start it is first done, where that would make starts heavy; at once otherwise. */
  readonly after?: number;
  /** Does what is due now; what was cut short is done the next time. */
  run(office: Caller): Promise<void>;
}

/** Does what time demands, as the office itself: each job at most once at a time, however many instances there are. */
@Injectable()
export class TimedWork implements OnModuleDestroy {
  private readonly logger = new Logger('Timed work');
  private readonly jobs = new Map<string, TimedJob>();
  /** The jobs whose time has come; none any more, once the program ends. */
  private readonly due = new Set<string>();
  private last = Promise.resolve();
  private timers: NodeJS.Timeout[] = [];

  constructor(private readonly database: Database) {}

  /** Adds a job; it is done once the work is started. */
  add(job: TimedJob): void {
    if (this.jobs.has(job.name)) throw new Error(`The job ${job.name} is declared twice.`);
    this.jobs.set(job.name, job);
  }

  /** Does every job when its time has come, one after the other, and goes on until the program ends. */
  start(): void {
    for (const job of this.jobs.values())
      if (job.after) this.timers.push(setTimeout(() => this.repeat(job), job.after));
      else this.repeat(job);
  }

  /**
   * Does a job now, unless another instance is at it.
   * @returns whether it was done here
   */
  async do(name: string): Promise<boolean> {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`There is no job ${name}.`);
    // The lock is let go with its transaction, also where this program is killed.
    return this.database.transaction(async (tx) => {
      const [lock] = await tx.query<[{ taken: boolean }]>(
        'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken',
        [`timed work: ${name}`],
      );
      if (lock.taken) await job.run(OFFICE);
      return lock.taken;
    });
  }

  /** Begins with nothing more, and waits for what is being done. */
  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
    this.due.clear();
    await this.last;
  }

  private repeat(job: TimedJob): void {
    this.enqueue(job);
    this.timers.push(setInterval(() => this.enqueue(job), job.every));
  }

  // Each holds a connection by its lock and works on another: together they would take them all.
  private enqueue({ name }: TimedJob): void {
    if (this.due.has(name)) return;
    this.due.add(name);
    this.last = this.last.then(() => this.begin(name));
  }

  private async begin(name: string): Promise<void> {
    if (!this.due.delete(name)) return;
    try {
      await this.do(name);
    } catch (error) {
      this.logger.error(`${name} failed, and will be tried again.`, error);
    }
  }
}
