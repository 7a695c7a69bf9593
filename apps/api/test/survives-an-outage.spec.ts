import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { type Cluster, startCluster } from '#embedded';
import { readMigrations } from '#platform';
import type { Client } from './client.js';
import { callServer } from './office.js';
import {
  type ServerProgram,
  endPrograms,
  makeFolder,
  runCommand,
  runServer,
  startServer,
  statusOf,
  waitUntil,
} from './programs.js';

const PATHS = ['/health/live', '/health/ready', '/v1/places', '/v1/calendars/forums.ics'];

// Programs take their time to start on a busy machine.
jest.setTimeout(120_000);

describe('a server on a Postgres of somebody else', () => {
  let data: Awaited<ReturnType<typeof makeFolder>>;
  let cluster: Cluster;

  beforeAll(async () => {
    data = await makeFolder();
    cluster = await startCluster(data.folder, { settings: { fsync: 'off' } });
  });

  afterAll(async () => {
    await endPrograms();
    await cluster.stop();
    await data.drop();
  });

  const database = async (name: string, options = ''): Promise<string> => {
    await query(cluster.adminUrl, `create database ${name} ${options}`);
    return Object.assign(new URL(cluster.adminUrl), { pathname: `/${name}` }).href;
  };

  describe('that comes and goes', () => {
    let server: ServerProgram;
    let url: string;
    let token: string;
    let office: Client;

    beforeAll(async () => {
      url = await database('outage');
      const words = ['token', 'create', '--label', 'Office', '--scope', 'write'];
      token = (await runCommand(words, { DATABASE_URL: url })).said.trim();
      await cluster.stop();
      server = await startServer({ DATABASE_URL: url });
      await waitUntil(async () => (await statusOf(`${server.url}/health/live`)) === 200);
      office = await callServer(server.url, token);
    });

    const statuses = async (): Promise<(readonly [number, string | undefined])[]> => {
      const answers = await Promise.all(PATHS.map((path) => office.get(path)));
      return answers.map(({ status, headers }) => [status, headers['retry-after']]);
    };
    const AWAY = [
      [200, undefined],
      [503, '5'],
      [503, '5'],
      [503, '5'],
    ];
    const THERE = PATHS.map(() => [200, undefined]);
    const isReady = async (): Promise<boolean> => (await statusOf(`${server.url}/health/ready`)) === 200;

    it('asks callers to come back while the database is not up yet', async () => {
      expect(await statuses()).toEqual(AWAY);
      const { body } = await office.post('/v1/topics', { names: [] });
      expect(body).toEqual({
        type: '/problems/database.unavailable',
        title: 'The database cannot be reached',
        status: 503,
        detail: 'The database does not answer yet; please try again shortly.',
        instance: '/v1/topics',
        code: 'database.unavailable',
      });
    });

    it('answers once it is, without a restart', async () => {
      cluster = await startCluster(data.folder, { settings: { fsync: 'off' } });
      await waitUntil(isReady);
      expect(await statuses()).toEqual(THERE);
    });

    it('asks callers to come back while it is away, and goes on afterwards', async () => {
      const names = [{ text: 'Big data', lang: 'en', kind: 'official' }];
      const topic = await office.record('/v1/topics', { names });
      await cluster.stop();
      expect(await statuses()).toEqual(AWAY);
      const refused = await office.post('/v1/topics', { names });
      expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);

      cluster = await startCluster(data.folder, { settings: { fsync: 'off' } });
      await waitUntil(isReady);
      expect(await statuses()).toEqual(THERE);
      const { body } = await office.get('/v1/topics?count=true');
      expect([body.total, body.items[0].id]).toEqual([1, topic.id]);
    });

    it('loses no answer where only its connections are cut', async () => {
      await office.get('/v1/topics');
      await query(
        url,
        `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = 'outage' and pid <> pg_backend_pid()`,
      );
      const answers = await Promise.all(Array.from({ length: 20 }, () => office.get('/v1/topics')));
      expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
      await waitUntil(isReady);
      expect(await statuses()).toEqual(THERE);
    });

    it('stops at once, also while it waits', async () => {
      const away = Object.assign(new URL(url), { port: '1' }).href;
      const waiting = await startServer({ DATABASE_URL: away });
      await waitUntil(async () => (await statusOf(`${waiting.url}/health/live`)) === 200);
      waiting.kill('SIGTERM');
      expect(await waiting.ended).toBe(0);
    });
  });

  it.each([
    ['ascii', `encoding 'SQL_ASCII'`, 'The database must have the encoding UTF8; this one has SQL_ASCII.'],
    [
      'c',
      `encoding 'UTF8'`,
      'This database cannot search Chinese names, because its locale knows ASCII letters only.',
    ],
  ])('is told in words why the database %s cannot be used', async (name, encoding, words) => {
    const options = `template template0 ${encoding} locale_provider libc lc_collate 'C' lc_ctype 'C'`;
    const DATABASE_URL = await database(name, options);
    const server = await startServer({ DATABASE_URL });
    expect(await server.ended).toBe(1);
    expect(server.said()).toContain(words);
    expect(server.said()).not.toMatch(/^\s+at /m);
    expect(await query(DATABASE_URL, `select to_regclass('places') as places`)).toEqual([{ places: null }]);
  });

  it('migrates an empty database once, though two instances start on it together', async () => {
    const DATABASE_URL = await database('together');
    const servers = await Promise.all([runServer({ DATABASE_URL }), runServer({ DATABASE_URL })]);
    const ran = await query(DATABASE_URL, 'select name from migrations order by name');
    expect(ran.map(({ name }) => name)).toEqual(
      readMigrations()
        .map((Migration) => new Migration().name)
        .sort(),
    );
    for (const server of servers) server.kill('SIGTERM');
    expect(await Promise.all(servers.map(({ ended }) => ended))).toEqual([0, 0]);
  });
});

async function query(url: string, statement: string): Promise<{ name?: string }[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ name?: string }>(statement)).rows;
  } finally {
    await client.end();
  }
}
