import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSource } from '#sources/testing';
import type { Headers, Recorded } from './answer.js';
import { ANY, type Documents, documentsOf, typed } from './documents.js';
import { FILES } from './files.js';
import { type Office, openOffice } from './office.js';
import { type ServerProgram, endPrograms, makeFolder, runServer, waitUntil } from './programs.js';

const MIB = 1024 * 1024;
const PDF = FILES['application/pdf']!;
const run = promisify(execFile);

describe('a server that is sent much', () => {
  let office: Office;
  let documents: Documents;
  let source: Recorded;
  let temporary: Awaited<ReturnType<typeof makeFolder>>;

  beforeAll(async () => {
    office = await openOffice();
    documents = await documentsOf(office);
    temporary = await makeFolder();
    source = await office.record('/v1/sources', aSource());
  });
  afterAll(async () => {
    await endPrograms();
    await temporary.drop();
    await office.close();
  });

  describe('as a document', () => {
    let server: ServerProgram;
    beforeAll(async () => {
      server = await start({});
      // What has been used lies about for a while, as much for small ones as for large ones.
      for (const length of [19, 20, 21]) await passThrough(length * MIB);
    });

    it('takes 40 MB, and gives them back, in pieces', async () => {
      const memory = await watchMemory(server);
      const before = await documents.count();
      expect([await passThrough(40 * MIB), await documents.count()]).toEqual([[200, 40 * MIB], before + 1]);
      expect(await memory.growth()).toBeLessThan(40 * MIB);
    });

    it.each([
      ['60 MB that are announced', { 'content-length': `${60 * MIB}` }, 50 * MIB],
      ['2 GB that are not', {}, 200 * MIB],
    ])('refuses %s, early, and keeps nothing', async (_, headers, most) => {
      const memory = await watchMemory(server);
      const before = await documents.count();
      const { status, code, bytes } = await send(server, 2048 * MIB, headers);
      expect([status, code, bytes < most]).toEqual([413, 'document.too-large', true]);
      expect([await documents.count(), await left()]).toEqual([before, 0]);
      expect(await memory.growth()).toBeLessThan(40 * MIB);
    });

    it('keeps nothing of what breaks off', async () => {
      const before = await documents.count();
      const asked = ask(server, { 'content-length': `${4 * MIB}` });
      asked.write(Buffer.concat([PDF, Buffer.alloc(MIB)]));
      await waitUntil(async () => (await left()) === 1);
      asked.destroy();
      await waitUntil(async () => (await left()) === 0);
      expect(await documents.count()).toBe(before);
    });

    async function passThrough(length: number): Promise<[status: number | undefined, size: number]> {
      const { status } = await send(server, length, { 'content-length': `${length}` });
      const headers = documents.authorization;
      const answer = await fetch(`${server.url}${source.at}/document`, { headers });
      let size = 0;
      for await (const piece of answer.body!) size += piece.length;
      return [status, size];
    }
  });

  describe('slowly, where a request may take a second,', () => {
    let server: ServerProgram;
    beforeAll(async () => {
      server = await start({ REQUEST_TIMEOUT: '1', DOCUMENT_MAX_MIB: '1' });
    });

    it('waits as long as enough comes', async () => {
      const began = performance.now();
      expect((await trickle(100_000, 8)).status).toBe(200);
      expect(performance.now() - began).toBeGreaterThan(3500);
    });

    it('waits no longer where too little comes, or nothing', async () => {
      const answers = await Promise.all([trickle(5000, 20), trickle(0, 20)]);
      expect(answers).toEqual([TOO_SLOW, TOO_SLOW]);
      await waitUntil(async () => (await left()) === 0);
    });

    it('takes as much as it is set to', async () => {
      const { status, code } = await send(server, MIB + 1, {});
      expect([status, code]).toEqual([413, 'document.too-large']);
    });

    /** Sends some bytes every half second, and goes on until there is an answer. */
    async function trickle(bytes: number, times: number) {
      const length = PDF.length + (bytes || 1) * times;
      const asked = ask(server, { 'content-length': `${length}` });
      const answered = answerTo(asked);
      asked.write(PDF);
      const timer = setInterval(() => bytes > 0 && times-- > 0 && asked.write(Buffer.alloc(bytes)), 500);
      return answered.finally(() => clearInterval(timer));
    }

    const TOO_SLOW = { status: 408, code: 'request.too-slow' };
  });

  function start(settings: Headers): Promise<ServerProgram> {
    return runServer({ DATABASE_URL: office.databaseUrl, TMPDIR: temporary.folder, ...settings });
  }

  function ask({ url }: ServerProgram, further: Headers): ClientRequest {
    const headers = { ...documents.authorization, ...typed('application/pdf'), ...ANY, ...further };
    const asked = request(`${url}${source.at}/document`, { method: 'PUT', headers });
    return asked.on('error', () => undefined);
  }

  /** Sends so many bytes, until there is an answer. */
  async function send(server: ServerProgram, length: number, headers: Headers) {
    const asked = ask(server, headers);
    const hearing = new AbortController();
    const piece = Buffer.alloc(64 * 1024, 'corteo');
    let bytes = 0;
    function* pieces(): Generator<Buffer> {
      while (bytes < length && !hearing.signal.aborted) {
        const next = bytes === 0 ? Buffer.concat([PDF, piece]) : piece;
        const sent = next.subarray(0, length - bytes);
        bytes += sent.length;
        yield sent;
      }
    }
    const answered = answerTo(asked);
    const sending = Readable.from(pieces()).on('error', () => undefined);
    sending.pipe(asked);
    const answer = await answered.finally(() => hearing.abort());
    sending.destroy();
    return { ...answer, bytes };
  }

  /** How many documents are on their way in, or have been left there. */
  async function left(): Promise<number> {
    return (await readdir(temporary.folder)).filter((name) => name.startsWith('corteo-document-')).length;
  }
});

async function answerTo(asked: ClientRequest): Promise<{ status: number | undefined; code: string }> {
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, code: JSON.parse(await text(answer)).code };
}

/** Looks at how much more memory a server has than it has now. */
async function watchMemory({ pid }: ServerProgram): Promise<{ growth(): Promise<number> }> {
  const look = async (): Promise<number> =>
    Number((await run('ps', ['-o', 'rss=', '-p', `${pid}`])).stdout) * 1024;
  const before = await look();
  const stop = new AbortController();
  const watching = (async () => {
    let most = before;
    while (!stop.signal.aborted) {
      most = Math.max(most, await look());
      await sleep(50);
    }
    return most;
  })();
  return {
    growth: () => {
      stop.abort();
      return watching.then((most) => most - before);
    },
  };
}
