import { dataSourceOptions } from '#platform';

/** A database: as the application reaches it, and as the role that owns its tables, where that is another. */
export interface Place {
  readonly url: string;
  readonly migrationUrl?: string | undefined;
}

/** How values are written down, whatever is usual in the database; and no end to how long it may take. */
const SETTINGS = {
  timezone: 'UTC',
  datestyle: 'ISO',
  intervalstyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  search_path: 'public',
  jit: 'off',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
};

/** The settings of a session that writes down or reads in what a database holds. */
export const SESSION = Object.entries(SETTINGS)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

/** How TypeORM reaches the database as the owner of its tables. */
export function ownerOptions({ url, migrationUrl }: Place): ReturnType<typeof dataSourceOptions> {
  const options = dataSourceOptions(migrationUrl ?? url, 2);
  return { ...options, applicationName: 'corteo-restore', extra: { keepAlive: true, options: SESSION } };
}
