import { isTimeZone } from '#icalendar';
import { isURL } from 'class-validator';

/** The configuration, to inject. */
export const CONFIG = Symbol('configuration');

/** What an operator can set, with the defaults that `npm start` runs on. */
export interface Config {
  /** Where the server listens. */
  readonly host: string;
  readonly port: number;
  /** The address under which callers reach the server; calendars name it as their source. */
  readonly publicUrl: string;
  /** The Postgres server to use; without it, an embedded one keeps its data in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Connections to Postgres that one instance may hold. */
  readonly poolSize: number;
  /** The IANA time zone whose midnight begins the office's day: by it things expire and fall overdue. */
  readonly officeTimeZone: string;
}

export class ConfigurationError extends Error {}

/**
 * Reads the whole configuration at once from environment variables.
 * @throws ConfigurationError naming every variable that cannot be used.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const port = readNumber('PORT', 3000, 0, 65535);
  const config: Config = {
    host: environment.HOST || '127.0.0.1',
    port,
    publicUrl: readUrl('PUBLIC_URL', ['http', 'https']) ?? `http://localhost:${port}`,
    databaseUrl: readUrl('DATABASE_URL', ['postgres', 'postgresql']),
    dataFolder: environment.DATA_FOLDER || 'var/postgres',
    poolSize: readNumber('DATABASE_POOL_SIZE', 10, 2, 500),
    officeTimeZone: readZone('OFFICE_TIME_ZONE', 'UTC'),
  };
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  return config;

  function readNumber(name: string, otherwise: number, least: number, most: number): number {
    const value = environment[name] ? Number(environment[name]) : otherwise;
    if (!Number.isInteger(value) || value < least || value > most) {
      problems.push(`${name} must be a whole number from ${least} to ${most}.`);
    }
    return value;
  }

  function readZone(name: string, otherwise: string): string {
    const value = environment[name] || otherwise;
    if (!isTimeZone(value)) problems.push(`${name} must be an IANA time zone such as Europe/Rome.`);
    return value;
  }

  function readUrl(name: string, protocols: string[]): string | undefined {
    const value = environment[name] || undefined;
    if (
      value &&
      !isURL(value, { protocols, require_protocol: true, require_tld: false, require_host: false })
    ) {
      problems.push(
        `${name} must be an address that starts with ${protocols.map((p) => `${p}://`).join(' or ')}.`,
      );
    }
    return value?.replace(/\/$/, '');
  }
}
