import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BaselinePlan } from './baseline.plan.js';
import { ACTOR, idOf } from './data.rows.js';
import { type Server, findPort, startServer } from './processes.js';

const POOL_SIZE = 10;

/** Tells how to start the product as `npm start` does, in production, at an address of its own. */
export async function prepareProduct(databaseUrl: string): Promise<() => Promise<Server>> {
  const port = await findPort();
  const environment = {
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: String(POOL_SIZE),
    RATE_LIMIT_TOKEN: '0',
    RATE_LIMIT_ADDRESS: '0',
    RATE_LIMIT_FAILURES: '0',
  };
  return () => startServer('dist/apps/api/src/main.js', [], environment, port, '/health/ready');
}

/** Starts the baseline with as many connections, and the statements it is given. */
export async function startBaseline(
  given: Omit<BaselinePlan, 'port' | 'poolSize' | 'actorId'>,
): Promise<Server> {
  const port = await findPort();
  const plan: BaselinePlan = { ...given, port, poolSize: POOL_SIZE, actorId: idOf(ACTOR, 1) };
  const folder = await mkdtemp(join(tmpdir(), 'corteo-baseline-'));
  const file = join(folder, 'plan.json');
  await writeFile(file, JSON.stringify(plan));
  try {
    return await startServer('dist/bench/baseline.js', [file], { NODE_ENV: 'production' }, port, '/');
  } finally {
    await rm(folder, { recursive: true });
  }
}
