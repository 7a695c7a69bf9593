import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import pg from 'pg';
import { dataSourceOptions } from '#platform';
import type { BaselinePlan } from './baseline.plan.js';
import type { CapturedRead } from './capture.js';
import { readPrivateCalendar } from './baseline.calendars.js';
import { readFeed } from './baseline.feed.js';
import { AgreementMover } from './baseline.moves.js';
import { answerOf } from './baseline.transaction.js';
import { queryOf } from './query.js';
import { VisitWriter } from './baseline.writes.js';

const plan = JSON.parse(await readFile(process.argv[2]!, 'utf8')) as BaselinePlan;
const { extra } = dataSourceOptions(plan.databaseUrl, plan.poolSize);
const pool = new pg.Pool({ connectionString: plan.databaseUrl, max: plan.poolSize, ...extra });
const writer = new VisitWriter(pool, plan);
const mover = new AgreementMover(pool, plan);

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => {
    console.error(error);
    send(response, 500, error.message);
  });
});
server.listen(plan.port, '127.0.0.1', () => console.log('listening'));
process.once('SIGTERM', () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url!;
  if (url === '/') return send(response, 200, '');
  if (request.method !== 'GET') return await write(request, response);
  if (url.startsWith('/v1/calendars/')) {
    const readCalendar = url.includes('/private/') ? readPrivateCalendar : readFeed;
    const { bytes } = await readCalendar(pool, plan.publicUrl, url);
    return send(response, 200, bytes, 'text/calendar; charset=utf-8');
  }
  const read = plan.reads[url] ?? visitAt(url);
  for (const { statement, values } of read.earlier) await pool.query(queryOf(statement, values));
  const { rows } = await pool.query<string[]>(queryOf(read.statement, read.values));
  send(response, 200, answerOf(read, rows[0]!));
}

function visitAt(url: string): CapturedRead {
  const { oneVisit } = plan;
  return { ...oneVisit, values: { ...oneVisit.values, id: url.split('/').at(-1) } };
}

async function write(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse(await readBody(request)) as object;
  const [, , , id] = request.url!.split('/');
  if (id === undefined) return send(response, 201, await writer.create(body));
  const version = Number(/"(\d+)-/.exec(request.headers['if-match']!)![1]);
  const changed = await (request.method === 'POST'
    ? mover.move(id, version, body)
    : writer.change(id, version, body));
  send(response, changed ? 200 : 412, changed ?? '{}');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'application/json; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
