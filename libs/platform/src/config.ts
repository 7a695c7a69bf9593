import { chooseFolder } from './data-folder.js';
import { type DataProtection, readDataProtection } from './data-protection.js';
import { readDatabaseAddress } from './database-address.js';
import { MEBIBYTE } from './http/body-limit.js';
import { type Limits, limitsOf } from './limits.js';
import { type OpenIdConfig, readOpenId } from './open-id-config.js';
import { type ProtectedKeyring, readKeyring } from './secret-keys.js';
import {
  type Environment,
  readContact,
  readNetworks,
  readNumber,
  readOrigins,
  readPattern,
  readUrl,
  readZone,
  tidy,
} from './settings.js';

/** The configuration, to inject. */
export const CONFIG = Symbol('configuration');

/** How grave a line of the log is, the gravest first. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where timed work is done: inside the server, or not there, since `npm run worker` does it. */
const WORKERS = ['inside', 'none'] as const;

/** What an operator can set, with the defaults that `npm start` runs on. */
export interface Config extends DataProtection, ProtectedKeyring {
  /** Where the server listens. */
  readonly host: string;
  readonly port: number;
  /** The address under which callers reach the server; calendars name it as their source. */
  readonly publicUrl: string;
  /** The address of an event's page for people, with `{kind}` and `{id}` where those of the event go, where there are such pages. */
  readonly publicPageUrl: string | undefined;
  /** The Postgres server to use; without it, an embedded one keeps its data in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  /** The same database as the role that owns its tables; without it, the role of `databaseUrl` owns them. */
  readonly migrationUrl: string | undefined;
  readonly dataFolder: string;
  /** Where the embedded Postgres has its programs, and by default its data, where the server is started as root. */
  readonly stateFolder: string;
  /** Where backups go that are given no file of their own. */
  readonly backupFolder: string;
  /** Connections to Postgres that one instance may hold. */
  readonly poolSize: number;
  /** How long each wait may last: they all follow from the seconds that a request may take. */
  readonly limits: Limits;
  /** How many bytes the document of a record may have. */
  readonly documentMaxBytes: number;
  /** Proxies whose word counts for the address that a request comes from: addresses, or networks such as 10.0.0.0/8. */
  readonly trustedProxies: readonly string[];
  /** Origins whose web pages may call the interface from a browser. */
  readonly corsOrigins: readonly string[];
  /** Requests within a minute that an instance answers; 0 is no limit. */
  readonly rateLimits: {
    /** Those with the same access token. */
    readonly token: number;
    /** Those of one address without an access token. */
    readonly address: number;
    /** Those of one address with an access token that is not known. */
    readonly failures: number;
  };
  /** How many days an access token lasts at most, and where nobody says it. */
  readonly tokenDays: { readonly most: number; readonly usual: number };
  /** Where weaknesses are reported, as `/.well-known/security.txt` says it; without it there is no such file. */
  readonly securityContact: string | undefined;
  /** The identity provider whose access tokens are taken, too; none, where it is not named. */
  readonly openId: OpenIdConfig | undefined;
  /** The IANA time zone whose midnight begins the office's day: by it things expire and fall overdue. */
  readonly officeTimeZone: string;
  /** The least grave lines that the log holds. */
  readonly logLevel: LogLevel;
  /** Where metrics are read, apart from the interface; without a port there are none. */
  readonly metricsHost: string;
  readonly metricsPort: number | undefined;
  /** The OpenTelemetry collector that takes traces by OTLP over HTTP; without one there are none. */
  readonly tracesUrl: string | undefined;
  /** What traces call this server. */
  readonly serviceName: string;
  /** How many days protected profiles are kept after the last event that a person belongs to. */
  readonly protectedDays: number;
  /** Whether this server does what time demands. */
  readonly worker: (typeof WORKERS)[number];
}

export class ConfigurationError extends Error {}

/**
 * Reads the whole configuration at once from environment variables.
 * @throws ConfigurationError naming every variable that cannot be used.
 */
export function readConfig(told: Environment = process.env): Config {
  const environment = tidy(told);
  const problems: string[] = [];
  const port = readNumber(environment, 'PORT', [3000, 0, 65535], problems);
  const config: Config = {
    host: environment.HOST || '127.0.0.1',
    port,
    publicUrl: readUrl(environment, 'PUBLIC_URL', ['http', 'https'], problems) ?? `http://localhost:${port}`,
    publicPageUrl: readPattern(environment, 'PUBLIC_PAGE_URL', ['kind', 'id'], problems),
    ...readDatabase(environment, problems),
    ...readFolders(environment),
    poolSize: readNumber(environment, 'DATABASE_POOL_SIZE', [10, 2, 500], problems),
    limits: limitsOf(readNumber(environment, 'REQUEST_TIMEOUT', [10, 1, 600], problems)),
    documentMaxBytes: readNumber(environment, 'DOCUMENT_MAX_MIB', [50, 1, 500], problems) * MEBIBYTE,
    ...readNeighbours(environment, problems),
    rateLimits: readRateLimits(environment, problems),
    tokenDays: readTokenDays(environment, problems),
    securityContact: readContact(environment, 'SECURITY_CONTACT', problems),
    openId: readOpenId(environment, problems),
    ...readDataProtection(environment, problems),
    officeTimeZone: readZone(environment, 'OFFICE_TIME_ZONE', 'UTC', problems),
    ...readTelemetry(environment, problems),
    ...readProtection(environment, problems),
    worker: readWorker(environment, problems),
  };
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  return config;
}

function readDatabase(
  environment: Environment,
  problems: string[],
): Pick<Config, 'databaseUrl' | 'migrationUrl'> {
  const { DATABASE_URL: isTold, DATABASE_PASSWORD: password } = environment;
  const read = (name: string) => readDatabaseAddress(environment, name, password, problems);
  const [databaseUrl, migrationUrl] = [read('DATABASE_URL'), read('DATABASE_MIGRATION_URL')];
  if (migrationUrl && !isTold)
    problems.push('DATABASE_MIGRATION_URL needs DATABASE_URL: it is the same database for another role.');
  if (password && !isTold) problems.push('DATABASE_PASSWORD needs DATABASE_URL, which it belongs to.');
  return { databaseUrl, migrationUrl };
}

function readFolders(environment: Environment): Pick<Config, 'dataFolder' | 'stateFolder' | 'backupFolder'> {
  const stateFolder = environment.STATE_FOLDER || '/var/lib/corteo';
  return {
    dataFolder: environment.DATA_FOLDER || chooseFolder('postgres', stateFolder),
    stateFolder,
    backupFolder: environment.BACKUP_FOLDER || 'var/backups',
  };
}

function readNeighbours(
  environment: Environment,
  problems: string[],
): Pick<Config, 'trustedProxies' | 'corsOrigins'> {
  return {
    trustedProxies: readNetworks(environment, 'TRUST_PROXY', problems),
    corsOrigins: readOrigins(environment, 'CORS_ORIGINS', problems),
  };
}

const MOST_A_MINUTE = 1_000_000_000;

function readRateLimits(environment: Environment, problems: string[]): Config['rateLimits'] {
  const read = (name: string, otherwise: number): number =>
    readNumber(environment, name, [otherwise, 0, MOST_A_MINUTE], problems);
  return {
    token: read('RATE_LIMIT_TOKEN', 60_000),
    address: read('RATE_LIMIT_ADDRESS', 600),
    failures: read('RATE_LIMIT_FAILURES', 60),
  };
}

function readTokenDays(environment: Environment, problems: string[]): Config['tokenDays'] {
  const most = readNumber(environment, 'TOKEN_MAX_DAYS', [366, 1, 3660], problems);
  return { most, usual: Math.min(90, most) };
}

type Telemetry = Pick<Config, 'logLevel' | 'metricsHost' | 'metricsPort' | 'tracesUrl' | 'serviceName'>;

function readTelemetry(environment: Environment, problems: string[]): Telemetry {
  const logLevel = (environment.LOG_LEVEL || 'info') as LogLevel;
  if (!LOG_LEVELS.includes(logLevel)) problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  const measured = Boolean(environment.METRICS_PORT);
  return {
    logLevel,
    metricsHost: environment.METRICS_HOST || '127.0.0.1',
    metricsPort: measured ? readNumber(environment, 'METRICS_PORT', [0, 0, 65535], problems) : undefined,
    tracesUrl: readUrl(environment, 'OTEL_EXPORTER_OTLP_ENDPOINT', ['http', 'https'], problems),
    serviceName: environment.OTEL_SERVICE_NAME || 'corteo',
  };
}

function readProtection(
  environment: Environment,
  problems: string[],
): ProtectedKeyring & Pick<Config, 'protectedDays'> {
  const protectedDays = readNumber(environment, 'PROTECTED_DAYS', [90, 1, 36_500], problems);
  return { ...readKeyring(environment, problems), protectedDays };
}

function readWorker(environment: Environment, problems: string[]): Config['worker'] {
  const worker = (environment.WORKER || (environment.DATABASE_URL ? 'none' : 'inside')) as Config['worker'];
  if (!WORKERS.includes(worker)) problems.push(`WORKER must be one of ${WORKERS.join(', ')}.`);
  return worker;
}
