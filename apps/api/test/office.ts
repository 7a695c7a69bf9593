import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type TokenGrant, Tokens } from '#identity';
import { Clock, Database, readConfig } from '#platform';
import { type TestDatabase, openTestDatabase, setClock } from '#platform/testing';
import { createServer } from '../src/http.js';
import { createDocument } from '../src/openapi.document.js';
import type { LogTarget, Surroundings } from '../src/telemetry/telemetry.js';
import { Client } from './client.js';
import { Documented } from './documented.js';

/** A server with a database of its own, and three callers: the office itself is an admin. */
export interface Office extends Client {
  /** Carries the token of a viewer. */
  readonly reader: Client;
  /** Carries no token. */
  readonly stranger: Client;
  /** Makes a token, and gives a caller who carries it. */
  as(grant: TokenGrant): Promise<Client>;
  /** Gives a caller who carries this token. */
  by(token: string): Client;
  /** The OpenAPI document of the server. */
  readonly document: OpenAPIObject;
  /** The database as the application's role, for a server in a process of its own. */
  readonly databaseUrl: string;
  /** The same as the role that owns its tables. */
  readonly migrationUrl: string;
  /** Stops the server's clock at an instant such as `2026-11-22T09:00:00Z`. */
  setTime(at: string): void;
  /** Gives what the server is made of, such as `Database`. */
  provider<T>(type: abstract new (...dependencies: never[]) => T): T;
  /** Opens a second server on the same database, as a second instance would. */
  openAnother(): Promise<Office>;
  close(): Promise<void>;
}

/** Environment variables that an office differs in, such as `OFFICE_TIME_ZONE`. */
type Settings = Readonly<Record<string, string>>;

/** What an app has besides or instead of the features of the office. */
type Features = readonly Type<object>[] | undefined;

/** A test asks more often from one address than strangers do, and is counted all the same. */
const COUNTED: Settings = {
  RATE_LIMIT_TOKEN: '1000000000',
  RATE_LIMIT_ADDRESS: '1000000000',
  RATE_LIMIT_FAILURES: '1000000000',
};

interface Differences {
  readonly settings: Settings;
  readonly features: Features;
  readonly sight: Sight;
}

/** What is seen of a server: its log, unless what is grave alone goes to the terminal, and what it stands on. */
export interface Sight {
  readonly log?: LogTarget;
  readonly surroundings?: Surroundings;
}

/** The clock of a test goes where it likes; its callers stay. */
const A_CENTURY = 36_500;

/** Opens an office for a test file; call it in `beforeAll`, and `close` in `afterAll`. */
export async function openOffice(
  settings: Settings = {},
  features?: Features,
  sight: Sight = {},
): Promise<Office> {
  const test = await openTestDatabase();
  return openServer({ settings, features, sight }, test, test.drop);
}

async function openServer(
  differences: Differences,
  test: TestDatabase,
  drop: () => Promise<void>,
): Promise<Office> {
  const { log = ['fatal', 'error', 'warn'], surroundings } = differences.sight;
  const { applicationUrl: databaseUrl, migrationUrl } = test;
  const config = readConfig({ HOST: '127.0.0.1', ...COUNTED, ...differences.settings });
  const app = await createServer(config, databaseUrl, log, differences.features, surroundings);
  await app.listen(0, '127.0.0.1');
  await app.get(Database).open();
  const url = await app.getUrl();
  const tokens = app.get(Tokens);
  const [writing, reading] = [
    await tokens.create({ label: 'Office', role: 'admin', days: A_CENTURY }),
    await tokens.create({ label: 'Reader', role: 'viewer', days: A_CENTURY }),
  ];
  // What is committed knows no features but those of the product.
  const document = differences.features ? createDocument(app) : await readDocument(url);
  const documented = new Documented(document);
  return Object.assign(new Client(url, documented, writing.token), {
    document,
    reader: new Client(url, documented, reading.token),
    stranger: new Client(url, documented, undefined),
    as: async (grant: TokenGrant) => new Client(url, documented, (await tokens.create(grant)).token),
    by: (token: string) => new Client(url, documented, token),
    databaseUrl,
    migrationUrl,
    setTime: (at: string) => setClock(app.get(Clock), at),
    provider: <T>(type: abstract new (...dependencies: never[]) => T): T => app.get(type as never),
    openAnother: () => openServer(differences, test, async () => {}),
    close: async () => {
      await app.close();
      await drop();
    },
  });
}

/** A caller of a server that runs in a process of its own. */
export async function callServer(url: string, token?: string): Promise<Client> {
  return new Client(url, new Documented(await readDocument(url)), token);
}

async function readDocument(url: string): Promise<OpenAPIObject> {
  const answer = await fetch(`${url}/openapi.json`);
  return (await answer.json()) as OpenAPIObject;
}
