import type { DataSourceOptions } from 'typeorm';
import type { Limits } from '../limits.js';
import { readMigrations } from './migrations.js';
import { SnakeNaming } from './naming.js';

/**
 * How TypeORM reaches Postgres.
 * @param url a postgres:// address
 * @param poolSize connections that may be open at once
 * @param limits how long what somebody waits for may take; migrations, and whoever reads everything, have none
 */
export function dataSourceOptions(
  url: string,
  poolSize: number,
  limits?: Limits,
): DataSourceOptions & { type: 'postgres' } {
  const settings = ['timezone=UTC', 'jit=off', 'search_path=public', ...(limits ? limitsIn(limits) : [])];
  return {
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'corteo',
    namingStrategy: new SnakeNaming(),
    migrations: readMigrations(),
    synchronize: false,
    installExtensions: false,
    connectTimeoutMS: limits?.connection ?? 15_000,
    extra: {
      keepAlive: true,
      // What each has prepared is worth keeping where little is asked.
      idleTimeoutMillis: 10 * 60_000,
      options: settings.map((setting) => `-c ${setting}`).join(' '),
    },
  };
}

/** Whoever waits does not wait for a named statement to be planned anew: Postgres would do so for its first five runs. */
const PLANNED_ONCE = 'plan_cache_mode=force_generic_plan';

function limitsIn({ statement, lockAtOnce, request }: Limits): string[] {
  return [
    PLANNED_ONCE,
    `statement_timeout=${statement}`,
    `lock_timeout=${lockAtOnce}`,
    `idle_in_transaction_session_timeout=${request}`,
  ];
}
