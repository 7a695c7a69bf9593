import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { summarize } from '#backups/testing';
import { aTopic, named } from '#directory/testing';
import { findCluster } from '#embedded';
import { Tokens } from '#identity';
import pg from 'pg';
import { type Recorded, isCalendar } from './answer.js';
import type { Client } from './client.js';
import { type Office, callServer, openOffice } from './office.js';
import { type StoryRecords, importStories } from './stories/stories.js';
import { type ServerProgram, endPrograms, makeFolder, runCommand, runServer } from './programs.js';

/** Calendars name it. */
const PUBLIC_URL = 'https://corteo.example.org';

describe('restoring a backup', () => {
  let office: Office;
  let story: StoryRecords;
  let data: Awaited<ReturnType<typeof makeFolder>>;
  let file: string;
  let token: string;
  /** What a reader of changes has read before the backup, and what came then. */
  let since: string;
  let unread: Recorded;

  beforeAll(async () => {
    data = await makeFolder();
    file = join(data.folder, 'whole.tar.gz');
    office = await openOffice({ PUBLIC_URL });
    await spendNumbers(office.migrationUrl);
    story = (await importStories(office, 'guiyang-naples-rome'))['guiyang-naples-rome'];
    ({ token } = await office.provider(Tokens).create({ label: 'Backed up', role: 'organizer' }));
    since = (await office.get('/v1/changes?since=now')).body.nextCursor;
    unread = await office.record('/v1/topics', aTopic({ names: named('Unread') }));
  }, 60_000);

  afterAll(async () => {
    await endPrograms();
    await office.close();
    await data.drop();
  });

  const own = (): Record<string, string> => ({ DATA_FOLDER: join(data.folder, 'data') });
  const ownUrl = async (): Promise<string> => (await findCluster(own().DATA_FOLDER!))!.url;

  it('begins with one, made of a server that runs', async () => {
    const { databaseUrl: DATABASE_URL, migrationUrl: DATABASE_MIGRATION_URL } = office;
    const made = await runCommand(['backup', file], { DATABASE_URL, DATABASE_MIGRATION_URL });
    const verified = await runCommand(['backup', '--verify', file], {});
    const contents = String.raw`\d+ rows of \d+ tables, made at .*Z, schema [a-z-]+\d+`;
    expect([made.code, made.said]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^Wrote ${file}: ${contents}\\.\n$`)),
    ]);
    expect([verified.code, verified.said]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^${file} is complete and sound: ${contents}\\.\n$`)),
    ]);
  });

  describe('beside a server that has nothing yet', () => {
    let server: ServerProgram;
    let restored: Client;

    beforeAll(async () => {
      server = await runServer({ ...own(), PUBLIC_URL });
    });

    it('makes the same database', async () => {
      const { code, said } = await runCommand(['restore', file], own());
      expect([code, said.startsWith(`Restored ${file}: `)]).toEqual([0, true]);
      restored = await callServer(server.url, token);
      expect(await summarize(await ownUrl())).toEqual(await summarize(office.databaseUrl));
    });

    it('answers every question as before', async () => {
      const [before, after] = [office.url, server.url].map((url) => askerOf(url, token));
      const addresses = await walk(before!);
      const different: string[] = [];
      for (const address of addresses) {
        const [was, is] = await Promise.all([before!(address), after!(address)]);
        if (was !== is) different.push(address);
      }
      expect(different).toEqual([]);
      expect(addresses.length).toBeGreaterThan(300);
    }, 60_000);

    it('tells who reads changes what they have not read, once, and who is further on to begin anew', async () => {
      const read = (cursor: string, by: Client = restored) => by.get(`/v1/changes?since=${cursor}`);
      const { body } = await read(since);
      expect(body.items).toMatchObject([{ kind: 'topic', id: unread.id, change: 'created' }]);
      expect((await read(body.nextCursor)).body.items).toEqual([]);
      for (const by of [office, restored])
        await by.record('/v1/topics', aTopic({ names: named('After the backup') }));
      const further = (await read(since, office)).body.nextCursor;
      expect((await read(body.nextCursor)).body.items).toHaveLength(1);
      expect(await read(further)).toMatchObject({ status: 410, body: { code: 'changes.lost' } });
    });

    it('tells changes of lists apart, also where the number of their transaction was there before', async () => {
      const visit = (await restored.get(story.at('visits.naples-rome'))).body;
      const client = new pg.Client(await ownUrl());
      await client.connect();
      try {
        const number = (await numbersOf(client, visit.id))[0]!;
        await reachNumber(client, number);
        const patch = { topicIds: [story.id('topics.spid')], summary: { en: 'changed since' } };
        const { status } = await restored.patch(`/v1/visits/${visit.id}`, patch, { 'if-match': '*' });
        const { body } = await restored.get(`/v1/visits/${visit.id}/history`);
        expect([status, body.items[0].fields.map(({ field }: Recorded) => field)]).toEqual([
          200,
          ['summary', 'topicIds'],
        ]);
        expect((await numbersOf(client, visit.id)).at(-1)).toBe(number);
      } finally {
        await client.end();
      }
    });

    it('is refused once there is something in it, beside the server that runs', async () => {
      const before = await summarize(await ownUrl());
      const { code, said } = await runCommand(['restore', file], own());
      expect([code, said]).toEqual([
        1,
        expect.stringContaining('The database is not empty: it has rows in access_tokens,'),
      ]);
      expect(await summarize(await ownUrl())).toEqual(before);
    });
  });
});

/** Gives all that a server answers at an address. */
type Ask = (address: string) => Promise<string>;

function askerOf(url: string, token: string): Ask {
  return async (address) => {
    const answer = await fetch(url + address, { headers: { authorization: `Bearer ${token}` } });
    return [answer.status, answer.headers.get('etag'), await answer.text()].join('\n');
  };
}

/** Every address that can be read: all documented ones, with the ids that their lists tell. */
async function walk(ask: Ask): Promise<string[]> {
  const { paths } = JSON.parse(bodyOf(await ask('/openapi.json'))) as { paths: object };
  const readable = Object.entries(paths).filter(([path, item]) => path.startsWith('/v1/') && 'get' in item);
  const known = new Map<string, Promise<string[]>>();
  const addressesOf = async (template: string): Promise<string[]> => {
    const [, list, rest] = /^(.*)\/\{\w+\}(.*)$/.exec(template) ?? [];
    if (list === undefined) return [template];
    const found: string[] = [];
    for (const address of await addressesOf(list)) {
      if (!known.has(address)) known.set(address, idsIn(ask, address));
      found.push(...(await known.get(address)!).map((id) => `${address}/${id}${rest}`));
    }
    return found;
  };
  const found = (await Promise.all(readable.map(([path]) => addressesOf(path)))).flat();
  return found.map((address) => (isCalendar(address) ? `${address}?from=2018-01-01` : address));
}

async function idsIn(ask: Ask, address: string): Promise<string[]> {
  const answer = await ask(`${address}?limit=200`);
  return answer.startsWith('200')
    ? (JSON.parse(bodyOf(answer)).items ?? []).map(({ id }: Recorded) => id)
    : [];
}

function bodyOf(answer: string): string {
  return answer.slice(answer.indexOf('\n', answer.indexOf('\n') + 1));
}

const NUMBER = `('x' || right(replace(transaction::text, '-', ''), 16))::bit(64)::bigint::int as number`;

async function numbersOf(client: pg.Client, record: string): Promise<number[]> {
  const { rows } = await client.query(`select ${NUMBER} from history where record_id = $1 order by id`, [
    record,
  ]);
  return rows.map(({ number }) => number);
}

/** Spends more numbers of transactions than a database has spent that was just restored. */
async function spendNumbers(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await reachNumber(client, 2000);
  await client.end();
}

/** Spends numbers of transactions until the one given is the next. */
async function reachNumber(client: pg.Client, number: number): Promise<void> {
  await client.query(`do $$ begin
    while pg_snapshot_xmax(pg_current_snapshot())::text::bigint < ${number} loop
      perform pg_current_xact_id();
      commit;
    end loop;
  end $$`);
}
