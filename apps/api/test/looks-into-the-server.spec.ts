import 'reflect-metadata';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { OpenToAnybody } from '#identity';
import { FEATURES } from '#office';
import { openLog } from '../src/telemetry/log.js';
import { type Office, openOffice } from './office.js';
import { endPrograms, runServer, startServer, statusOf, waitUntil } from './programs.js';

const OWN_ID: unknown = expect.stringMatching(/^[\w-]{8}\.[0-9a-z]+$/);
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRACE_PARENT = `00-${TRACE}-00f067aa0ba902b7-01`;

@OpenToAnybody()
@Controller('faults')
class FaultsController {
  @Get(':fault')
  fail(): never {
    throw new Error('nothing works with corteo_secret');
  }
}

@Module({ controllers: [FaultsController] })
class FaultsModule {}

type Line = Readonly<Record<string, unknown>>;

describe('the log', () => {
  let office: Office;
  let lines: Line[] = [];

  beforeAll(async () => {
    const log = openLog('info', { write: (line) => void lines.push(JSON.parse(line) as Line) });
    office = await openOffice({}, [...FEATURES, FaultsModule], { log });
  });
  beforeEach(() => {
    lines = [];
  });
  afterAll(async () => {
    await endPrograms();
    await office.close();
  });

  /** What was written of the only request since. */
  const written = async (): Promise<Line> => {
    await waitUntil(async () => lines.some(({ msg }) => msg === 'Answered'));
    return lines.find(({ msg }) => msg === 'Answered')!;
  };

  it('has one line for each request, which tells who asked for what and what came of it', async () => {
    const topic = await office.record('/v1/topics', {
      names: [{ text: '5G', lang: 'en', kind: 'official' }],
    });
    await written();
    lines = [];
    const { headers, text } = await office.get(`${topic.at}?archived=include`, { traceparent: TRACE_PARENT });
    const line = await written();
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        context: 'Http',
        requestId: headers['x-request-id'],
        traceId: TRACE,
        caller: topic.createdBy.id,
        method: 'GET',
        route: '/v1/topics/{id}',
        status: 200,
        ms: expect.any(Number),
        bytes: expect.any(Number),
        address: '127.0.0.1',
        msg: 'Answered',
      },
    ]);
    expect(line.bytes).toBeGreaterThan(text.length);
  });

  it.each([
    ['401 as a warning', '/v1/topics', 401, 'warn', '/v1/topics'],
    ['what is not there', '/v1/planets/corteo_secret?token=secret', 404, 'info', undefined],
    ['what cannot be read', '/v1/topics/%E0%A4%A', 400, 'info', undefined],
    ['what failed here as an error', '/v1/faults/secret', 500, 'error', '/v1/faults/{fault}'],
  ] as const)('tells %s', async (_, path, status, level, route) => {
    const answer = await office.stranger.misuse('get', path);
    const line = await written();
    expect([answer.status, line.status, line.level, line.route]).toEqual([status, status, level, route]);
    expect(line.requestId).toBe(answer.headers['x-request-id']);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('says nothing of health checks', async () => {
    await office.get('/health/live');
    await office.get('/health/ready');
    await office.get('/v1/topics');
    await written();
    expect(lines.map(({ route }) => route)).toEqual(['/v1/topics']);
  });

  it('knows a failure by the id that its answer tells', async () => {
    const { body, headers } = await office.misuse('get', '/v1/faults/1', undefined, {
      'x-request-id': 'Ada.1',
    });
    expect([body.code, body.requestId, headers['x-request-id']]).toEqual(['server.fault', 'Ada.1', 'Ada.1']);
    await written();
    expect(lines.map(({ requestId, context, msg }) => [requestId, context, msg])).toEqual([
      ['Ada.1', 'Http', 'Error: nothing works with corteo_[redacted]'],
      ['Ada.1', 'Http', 'Answered'],
    ]);
    expect(lines[0]!.stack).toMatch(/\n +at FaultsController/);
  });

  it.each(['a', '2018-07-12_Naples.1', 'x'.repeat(64)])(
    'knows a request by the id %s of its caller',
    async (id) => {
      const { headers } = await office.get('/v1/topics', { 'x-request-id': id });
      expect([headers['x-request-id'], (await written()).requestId]).toEqual([id, id]);
    },
  );

  it.each(['', 'x'.repeat(65), 'a b', 'ü', '"quoted"', 'a,b', '<script>'])(
    'makes an id where the caller gave none that is plain: %s',
    async (id) => {
      const headers = { 'x-request-id': Buffer.from(id).toString('latin1') };
      const answer = await office.get('/v1/topics', headers);
      expect([answer.headers['x-request-id'], (await written()).requestId]).toEqual([OWN_ID, OWN_ID]);
    },
  );

  it('makes an id for what is not readable as HTTP, too', async () => {
    const socket = connect(Number(new URL(office.url).port), '127.0.0.1');
    socket.end('GET / HTTP/1.1\r\nno header\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 400 .*\r\nx-request-id: [\w-]{8}\.[0-9a-z]+\r\n/s);
  });

  it('says one line at start, and loses none when the server is stopped', async () => {
    const server = await runServer({ DATABASE_URL: office.databaseUrl });
    const path = `${server.url}/v1/topics`;
    const statuses = await Promise.all(Array.from({ length: 200 }, () => statusOf(path)));
    server.kill('SIGTERM');
    expect([await server.ended, new Set(statuses)]).toEqual([0, new Set([401])]);
    const lines = server.said().trimEnd().split('\n');
    const told = lines.map((line) => JSON.parse(line) as Line);
    // Whoever knows the port already may be answered before the server has said so.
    const { started = [], answered = [] } = Object.groupBy(told, ({ msg }) =>
      msg === 'Answered' ? 'answered' : 'started',
    );
    const msg = `Corteo answers at ${server.url}, Swagger UI at ${server.url}/docs`;
    expect(started).toEqual([{ time: expect.any(String), level: 'info', context: 'Corteo', msg }]);
    expect(answered.map(({ status }) => status)).toEqual(statuses);
  });

  it('leaves it to plain words to say why a server cannot start', async () => {
    const server = await startServer({ LOG_LEVEL: 'loud' });
    expect(await server.ended).toBe(1);
    expect(server.said()).toBe('LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace.\n');
  });
});
