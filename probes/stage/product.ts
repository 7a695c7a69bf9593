import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findPort, inheritedPath } from '../../bench/processes.js';
import { findCluster } from '#embedded';
import { killPostgres } from './postgres.js';
import type { Stage } from './stage.js';

const run = promisify(execFile);
const START_MS = 60_000;

/** Where a server keeps its data: in an embedded Postgres in a folder, or in a database that is there. */
export type Home = { readonly dataFolder: string } | { readonly databaseUrl: string };

/** Variables of a server by name. */
type Environment = Readonly<Record<string, string>>;

/** For probes that need every one of their requests answered, from one address and with one token. */
export const UNLIMITED: Environment = {
  RATE_LIMIT_TOKEN: '0',
  RATE_LIMIT_ADDRESS: '0',
  RATE_LIMIT_FAILURES: '0',
};

/** The server under probe, in a process of its own that may be killed and started again. */
export class Product {
  token = '';
  private child: ChildProcess | undefined;

  private constructor(
    readonly url: string,
    /** The file that what it says goes into. */
    readonly output: string,
    private readonly environment: Environment,
  ) {}

  /** Starts a server at a port of its own, with a token that may write. */
  static async open(stage: Stage, home: Home, more: Environment = UNLIMITED): Promise<Product> {
    const [port, folder] = [await findPort(), await stage.makeFolder()];
    const url = `http://127.0.0.1:${port}`;
    const given: Environment =
      'dataFolder' in home ? { DATA_FOLDER: home.dataFolder } : { DATABASE_URL: home.databaseUrl };
    const own = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url };
    const environment = { PATH: inheritedPath(), ...own, ...given, ...more };
    const product = new Product(url, join(folder, 'server.log'), environment);
    if ('dataFolder' in home) stage.onEnd(() => endCluster(home.dataFolder));
    stage.onEnd(() => product.end());
    await product.start();
    product.token = await product.command('token', 'create', '--label', 'Probe', '--scope', 'write');
    return product;
  }

  /** Starts it, and gives the milliseconds until it was ready. */
  async start(): Promise<number> {
    const start = performance.now();
    const output = openSync(this.output, 'a');
    // A group of its own: a Ctrl-C in the terminal is meant for the probes, which then end it in order.
    this.child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      env: this.environment,
      stdio: ['ignore', output, output],
      detached: true,
    });
    await this.untilReady(START_MS);
    return performance.now() - start;
  }

  get pid(): number {
    return this.child!.pid!;
  }

  get runs(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Runs a word of the command line beside it, and gives what that says. */
  command(...args: string[]): Promise<string> {
    return this.commandWith({}, ...args);
  }

  /** The same with other variables. */
  async commandWith(other: Environment, ...args: string[]): Promise<string> {
    const env = { ...this.environment, ...other };
    const { stdout } = await run(process.execPath, ['dist/apps/cli/src/main.js', ...args], { env });
    return stdout.trim();
  }

  /** Waits until it is ready, and gives the milliseconds that took; without end where it was not in time. */
  async readyWithin(limit: number): Promise<number> {
    const start = performance.now();
    while (performance.now() - start < limit) {
      if (await this.isReady()) return performance.now() - start;
      await wait(50);
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Kills it at once. */
  async kill(): Promise<void> {
    await this.endBy('SIGKILL', START_MS);
  }

  /** Asks it to end; gives the milliseconds that took, without end where it still runs after the limit. */
  async terminate(limit: number): Promise<number> {
    return this.endBy('SIGTERM', limit);
  }

  /** Ends it, by force where it does not end by itself. */
  async end(): Promise<void> {
    if ((await this.terminate(15_000)) === Number.POSITIVE_INFINITY) await this.kill();
  }

  private async endBy(signal: 'SIGKILL' | 'SIGTERM', limit: number): Promise<number> {
    if (!this.runs) return 0;
    const start = performance.now();
    const ended = once(this.child!, 'exit').then(() => performance.now() - start);
    this.child!.kill(signal);
    return Promise.race([ended, wait(limit, Number.POSITIVE_INFINITY, { ref: false })]);
  }

  private async untilReady(limit: number): Promise<void> {
    const deadline = performance.now() + limit;
    while (!(await this.isReady())) {
      if (!this.runs) throw new Error(`The server has ended: ${await this.lastWords()}`);
      if (performance.now() > deadline) throw new Error(`The server of ${this.url} does not become ready.`);
      await wait(20);
    }
  }

  private async lastWords(): Promise<string> {
    return (await readFile(this.output, 'utf8')).slice(-1000);
  }

  private async isReady(): Promise<boolean> {
    const signal = AbortSignal.timeout(2000);
    return fetch(`${this.url}/health/ready`, { signal }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
  }
}

/** Stops the embedded Postgres of a folder, which a killed server leaves behind. */
async function endCluster(folder: string): Promise<void> {
  const cluster = await findCluster(folder).catch(() => null);
  await cluster?.stop().catch(() => undefined);
  await killPostgres(folder);
}
