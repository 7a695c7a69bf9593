import { once } from 'node:events';
import { type Server, type ServerResponse, createServer as createHttpServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';
import { named } from '#directory/testing';
import { Tokens } from '#identity';
import { Database, limitsOf, readConfig } from '#platform';
import { type Proxy, type TestDatabase, openProxy, openTestDatabase } from '#platform/testing';
import { closeSlowReaders } from '../src/connections.js';
import { createServer } from '../src/http.js';
import { shedLoad } from '../src/shedding.js';
import { closeInTime } from '../src/shutdown.js';
import type { Answer, Recorded } from './answer.js';
import type { Client } from './client.js';
import { callServer } from './office.js';

const SETTINGS = { HOST: '127.0.0.1', REQUEST_TIMEOUT: '1', DATABASE_POOL_SIZE: '4' };
const TOPIC = { names: named('Big data') };
const told = ({ status, body, headers }: Answer) => [status, body.code, headers['retry-after']];

describe('a server whose requests may take a second', () => {
  let test: TestDatabase;
  let proxy: Proxy;
  let app: NestFastifyApplication;
  let office: Client;
  let token: string;
  let locker: pg.Client;

  beforeAll(async () => {
    test = await openTestDatabase();
    proxy = await openProxy(test.url);
    locker = new pg.Client(test.url);
    await locker.connect();
    app = await createServer(readConfig(SETTINGS), proxy.url, ['fatal']);
    await app.listen(0, '127.0.0.1');
    await app.get(Database).open();
    ({ token } = await app.get(Tokens).create({ label: 'Office', role: 'organizer' }));
    // The document is made when it is first asked for: on a busy machine that takes longer than a connection may be silent.
    await app.inject('/openapi.json');
    office = await callServer(await app.getUrl(), token);
  });
  afterAll(async () => {
    await app.close();
    await locker.end();
    await proxy.drop();
    await test.drop();
  });

  describe('closes connections', () => {
    const SLOW: readonly (readonly [what: string, sent: () => string, heard: RegExp])[] = [
      ['without a word', () => '', /^$/],
      ['whose headers do not end', () => 'GET /v1/topics HTTP/1.1\r\nHost: x\r\n', tooSlow()],
      ['whose body does not end', () => post('/v1/topics', '{"names":', 1000), tooSlow()],
      ['that are no longer used', () => 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 200 /],
    ];
    let heard: Promise<string[]>;

    beforeAll(() => {
      const { port } = new URL(office.url);
      heard = Promise.all(SLOW.map(([, sent]) => listen(connect(Number(port), '127.0.0.1'), sent())));
    });

    it.each(SLOW.map(([what, , said], index) => [what, said, index] as const))(
      '%s',
      async (_, said, index) => {
        expect((await heard)[index]).toMatch(said);
      },
    );
  });

  describe('while a record stays locked', () => {
    let topic: Recorded;
    let visit: Recorded;

    beforeAll(async () => {
      topic = await office.record('/v1/topics', TOPIC);
      visit = await office.record('/v1/visits', TOPIC);
      await locker.query('begin');
      for (const [table, { id }] of [
        ['topics', topic],
        ['events', visit],
      ] as const)
        await locker.query(`select from ${table} where id = $1 for update`, [id]);
    });

    it('refuses what changes it, its parts, and what refers to it, and answers everything else', async () => {
      const match = { 'if-match': '*' };
      const item = { kind: 'meeting', title: { en: 'Welcome' } };
      const refused = [
        ...[1, 2, 3, 4].map((n) => office.patch(topic.at, { names: named(`${n}G`) }, match)),
        ...[1, 2, 3].map(() => office.post(`${visit.at}/agenda`, item)),
        office.post(`${visit.at}/agenda`, item, { 'idempotency-key': 'once' }),
        office.delete(visit.at, match),
        ...[1, 2, 3].map(() => office.post('/v1/forums', { ...TOPIC, topicIds: [topic.id] })),
      ];
      const answered = [office.get(topic.at), office.get(visit.at), office.post('/v1/topics', TOPIC)];
      expect((await Promise.all(answered)).map(({ status }) => status)).toEqual([200, 200, 201]);
      expect((await Promise.all(refused)).map(told)).toEqual(refused.map(() => [503, 'record.busy', '5']));
    });

    it('has done nothing of it, and does it once the record is free', async () => {
      await locker.query('rollback');
      const { body: forums } = await office.get('/v1/forums');
      const { body: agenda } = await office.get(`${visit.at}/agenda`);
      expect([forums.items, agenda.items, (await office.reread(topic)).version]).toEqual([[], [], 1]);
      expect((await office.change(topic, { names: named('6G') })).status).toBe(200);
    });
  });

  describe('whose database falls silent', () => {
    afterEach(() => proxy.speakAgain());

    it('answers every request in time, and goes on as soon as it speaks again', async () => {
      proxy.fallSilent();
      const began = performance.now();
      const key = { 'idempotency-key': 'silent' };
      const answers = await Promise.all([
        ...Array.from({ length: 20 }, () => office.get('/v1/topics')),
        ...Array.from({ length: 20 }, () => office.post('/v1/topics', TOPIC)),
        office.post('/v1/topics', TOPIC, key),
      ]);
      expect(performance.now() - began).toBeLessThan(1500);
      const codes = new Set(answers.map(({ body }) => body.code));
      expect([...codes].sort()).toEqual(['database.busy', 'database.too-slow']);
      expect(answers.map(({ status, headers }) => [status, headers['retry-after']])).toEqual(
        answers.map(() => [503, '5']),
      );
      proxy.speakAgain();
      expect((await office.post('/v1/topics', TOPIC, key)).status).toBe(201);
    });
  });

  it('answers an import that takes longer than a connection may be silent', async () => {
    const dossier = { dossier: 'long', topics: { data: TOPIC } };
    proxy.fallSilent();
    const answer = office.post('/v1/dossiers', dossier);
    await sleep(4600);
    proxy.speakAgain();
    expect((await answer).status).toBe(200);
  });

  it('stops in time, though a body does not end and a record is locked', async () => {
    const { id, at } = await office.record('/v1/topics', TOPIC);
    await locker.query('begin');
    await locker.query('select from topics where id = $1 for update', [id]);
    const { port } = new URL(office.url);
    const body = listen(connect(Number(port), '127.0.0.1'), post('/v1/topics', '{"names":', 1000));
    const locked = office.patch(at, TOPIC, { 'if-match': '*' });
    await sleep(100);
    const began = performance.now();
    await closeInTime(app, limitsOf(1));
    expect(performance.now() - began).toBeLessThan(1700);
    expect(told(await locked)).toEqual([503, 'record.busy', '5']);
    expect(await body).toBe('');
    await locker.query('rollback');
  });

  function post(path: string, body: string, length: number): string {
    const headers = `Host: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json`;
    return `POST ${path} HTTP/1.1\r\n${headers}\r\nContent-Length: ${length}\r\n\r\n${body}`;
  }
});

describe('a caller who takes an answer', () => {
  let server: Server;

  beforeAll(async () => {
    const piece = Buffer.alloc(64 * 1024);
    server = createHttpServer(({ url }, answer) =>
      url === '/pieces'
        ? Readable.from(Array.from({ length: 1024 }, () => piece)).pipe(answer)
        : answer.end(Buffer.alloc(1024 * piece.length)),
    );
    closeSlowReaders(server, limitsOf(1), ({ url }) => url === '/pieces');
    server.setTimeout(1000).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  it.each([
    ['not at all', 0],
    ['too slowly', 1024],
  ])('%s, is left', async (_, bytes) => {
    const caller = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
    caller.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    const [, answer] = (await once(server, 'request')) as [unknown, ServerResponse];
    caller.pause();
    const reading = setInterval(() => caller.read(bytes), 50);
    await once(answer, 'close');
    clearInterval(reading);
    caller.destroy();
    expect(answer.writableFinished).toBe(false);
  });

  it('in pieces, is waited for as long as he takes enough of it', async () => {
    const caller = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
    caller.write('GET /pieces HTTP/1.1\r\nHost: x\r\n\r\n');
    const [, answer] = (await once(server, 'request')) as [unknown, ServerResponse];
    caller.pause();
    const reading = setInterval(() => caller.read(64 * 1024), 50);
    await sleep(4500);
    clearInterval(reading);
    expect([answer.destroyed, answer.writableFinished]).toEqual([false, false]);
    caller.destroy();
  });
});

describe('a server whose event loop is late', () => {
  let server: FastifyInstance;
  let owed = 100;

  beforeAll(async () => {
    server = fastify();
    await shedLoad(server, () => owed);
    for (const path of ['/', '/health/live']) server.get(path, () => 'ok');
    await server.ready();
    for (const part of [1, 2, 3]) {
      const until = performance.now() + 600;
      while (performance.now() < until);
      await sleep(part);
    }
  });
  afterAll(() => server.close());

  it('refuses at once what is too much, and tells its health', async () => {
    const answers = await Promise.all(['/', '/health/live'].map((path) => server.inject(path)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([500, 200]);
    expect(answers[0]!.body).toContain('The server has more to do than it can at once');
  });

  it('answers a few', async () => {
    owed = 10;
    expect((await server.inject('/')).statusCode).toBe(200);
  });
});

function tooSlow(): RegExp {
  return /^HTTP\/1\.1 408 .*application\/problem\+json.*"code":"request\.too-slow"/s;
}

/** What a server says on a connection until it closes it. */
async function listen(socket: Socket, sent: string): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined);
  socket.write(sent);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}
