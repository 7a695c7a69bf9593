import type { DataSourceOptions } from 'typeorm';
import { readMigrations } from './migrations.js';
import { SnakeNaming } from './naming.js';

/**
 * How TypeORM reaches Postgres.
 * @param url a postgres:// address
 * @param poolSize connections that may be open at once
 */
export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'corteo',
    namingStrategy: new SnakeNaming(),
    migrations: readMigrations(),
    synchronize: false,
    installExtensions: false,
    connectTimeoutMS: 3000,
    extra: { keepAlive: true, options: '-c timezone=UTC -c jit=off -c search_path=public' },
  };
}
