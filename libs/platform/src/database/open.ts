import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DataSource, type DataSourceOptions, MigrationExecutor, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { isOutage } from './outages.js';
import { grantRights } from './roles.js';
import { UnsuitableDatabaseError } from './unsuitable.js';

const logger = new Logger('Database');
/** Any number, the same in every instance. */
const OPENING_LOCK = 7_261_903;

/**
 * Waits until Postgres answers, checks it, and migrates it.
 * @param migrationUrl the same database as the role that owns the tables, where that is another
 * @throws UnsuitableDatabaseError where the server is too old or cannot search Chinese names, or where the database has
 *   a history that this program does not go on with
 */
export async function openDataSource(dataSource: DataSource, migrationUrl?: string): Promise<void> {
  await connectPatiently(dataSource);
  const { url, migrations } = dataSource.options as ReturnType<typeof dataSourceOptions>;
  // On connections of its own: those of the application have time limits, which a migration has not.
  await workAsOwner({ ...dataSourceOptions(migrationUrl ?? url!, 2), migrations }, async (owner) => {
    await prepare(owner);
    if (migrationUrl) await grantRights(owner, dataSource);
  });
}

/**
 * Connects as the role that owns the tables, and works there while no instance opens the database.
 * @param options how it is reached, over two connections or more: one of them waits for the others
 */
export async function workAsOwner<T>(
  options: DataSourceOptions,
  work: (owner: DataSource) => Promise<T>,
): Promise<T> {
  const owner = new DataSource(options);
  await connectPatiently(owner);
  try {
    return await oneByOne(owner, () => work(owner));
  } finally {
    await owner.destroy();
  }
}

/** Postgres refuses extensions and rights that two instances create or grant at once, “if not exists” or not. */
async function oneByOne<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [OPENING_LOCK]);
    try {
      return await work();
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [OPENING_LOCK]);
    }
  } finally {
    await runner.release();
  }
}

async function prepare(dataSource: DataSource): Promise<void> {
  await checkDatabase(dataSource);
  await dataSource.runMigrations({ transaction: 'all' });
}

/**
 * Checks that this program can keep its data in a database.
 * @param runner the connection to ask over; without it, any
 * @throws UnsuitableDatabaseError
 */
export async function checkDatabase(dataSource: DataSource, runner?: QueryRunner): Promise<void> {
  await checkSuitable(runner ?? dataSource);
  await checkHistory(dataSource, runner);
}

async function connectPatiently(dataSource: DataSource): Promise<void> {
  for (let told = ''; !dataSource.isInitialized;) {
    try {
      await dataSource.initialize();
    } catch (error) {
      if (!isOutage(error as Error)) throw error;
      const reason = reasonOf(error as Error);
      if (reason !== told) logger.warn(`Waiting for Postgres, which does not answer yet: ${reason}`);
      told = reason;
      await wait(500);
    }
  }
}

/** What an error says; where every address of a server was tried, what each of them said. */
function reasonOf(error: Error): string {
  return error instanceof AggregateError ? error.errors.map(reasonOf).join('; ') : error.message;
}

async function checkSuitable(database: Pick<DataSource, 'query'>): Promise<void> {
  const [server] = await database.query<[{ version: number; encoding: string }]>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  );
  if (server.version < 150000) {
    throw new UnsuitableDatabaseError(
      `Corteo needs Postgres 15 or newer; this server has version ${server.version}.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new UnsuitableDatabaseError(
      `The database must have the encoding UTF8; this one has ${server.encoding}. Create it with: createdb --encoding=UTF8 --template=template0 …`,
    );
  }
  await database.query('create extension if not exists pg_trgm with schema public');
  const [search] = await database.query<[{ sees_chinese: boolean }]>(
    `select public.show_trgm('北京') <> '{}' as sees_chinese`,
  );
  if (!search.sees_chinese) {
    throw new UnsuitableDatabaseError(
      'This database cannot search Chinese names, because its locale knows ASCII letters only. Create it with a UTF-8 locale such as C.UTF-8 or en_US.UTF-8.',
    );
  }
}

/** Whoever has all migrations of this program and others besides has gone on from here; any other history is not ours. */
async function checkHistory(dataSource: DataSource, runner?: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(dataSource, runner);
  const known = dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const foreign = (await executor.getExecutedMigrations()).find(({ name }) => !known.includes(name));
  if (!foreign) return;
  const { length: missing } = await executor.getPendingMigrations();
  throw new UnsuitableDatabaseError(
    missing === 0
      ? `This database belongs to a newer version of Corteo, which has brought its tables up to “${foreign.name}”; this version would damage what it does not know. Run the newer version.`
      : `This database was made by an earlier, unreleased version of Corteo (it holds “${foreign.name}”), whose tables this version cannot bring up to date. Export what you need with the version that made it, then start this one on an empty database: another DATABASE_URL or DATA_FOLDER.`,
  );
}
