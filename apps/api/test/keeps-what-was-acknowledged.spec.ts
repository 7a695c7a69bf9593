import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { anAgreement } from '#agreements/testing';
import { anOrganization, named } from '#directory/testing';
import { findCluster } from '#embedded';
import { anOutcome } from '#follow-ups/testing';
import { Tokens } from '#identity';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { callServer, openOffice } from './office.js';
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

const VISITS = '/v1/visits';
const names = [{ text: 'Guiyang in Naples and Rome', lang: 'en', kind: 'official' }];
const item = { kind: 'meeting', title: { en: 'Welcome' }, on: '2018-07-12' };
const group = { label: { en: 'students' }, quantity: { value: 6, qualifier: 'exact' } };
const guests = { group, side: 'guest', role: 'attendee' };

/** A visit with parts in six tables. */
const WHOLE = {
  names,
  legs: [{ starts: '2018-07-12' }, { starts: '2018-07-13' }],
  agenda: [
    { ...item, participants: [guests] },
    { ...item, parent: 0 },
    { ...item, leg: 1 },
  ],
  participants: [guests],
};

// Programs take their time to start on a busy machine.
jest.setTimeout(120_000);

describe('a server on its own Postgres', () => {
  let data: Awaited<ReturnType<typeof makeFolder>>;
  let server: ServerProgram;
  let token: string;
  let office: Client;

  const environment = () => ({ DATA_FOLDER: data.folder });
  const postmaster = async (): Promise<number> =>
    Number.parseInt(await readFile(join(data.folder, 'data', 'postmaster.pid'), 'utf8'), 10);

  beforeAll(async () => {
    data = await makeFolder();
    server = await runServer(environment());
    const created = await runCommand(
      ['token', 'create', '--label', 'Office', '--scope', 'write'],
      environment(),
    );
    token = created.said.trim();
    office = await callServer(server.url, token);
  });

  afterAll(async () => {
    await endPrograms();
    await (await findCluster(data.folder))?.stop();
    await data.drop();
  });

  it('keeps all it acknowledged, and nothing half, though it is killed in the middle of 1 000 writes', async () => {
    const organizations = await Promise.all(
      ['Tsinghua University', 'CSAA'].map((name) =>
        office.record('/v1/organizations', anOrganization({ names: named(name) })),
      ),
    );
    const parties = organizations.map(({ id }) => ({
      organizationId: id,
      signatories: [{ planned: '2018' }],
    }));
    /** By address, with its tag, as it was answered last. */
    const acknowledged = new Map<string, [body: Recorded, tag: string | undefined]>();
    const asked = { writes: 0, visits: 0, answered: 0 };
    const write = async (path: string, body: object = {}): Promise<Recorded> => {
      asked.writes++;
      const { status, body: answer, headers } = await office.post(path, body);
      if (status >= 300) throw new Error(`POST ${path} answered ${status}.`);
      asked.answered++;
      acknowledged.set(headers.location ?? path.replace('/transitions', ''), [answer, headers.etag]);
      return { ...answer, at: headers.location };
    };
    const organize = async (): Promise<void> => {
      while (asked.writes < 1000) {
        asked.visits++;
        const visit = await write(VISITS, WHOLE);
        await write(`${visit.at}/agenda/publications`);
        await write(`${visit.at}/transitions`, { to: 'planned' });
        await write(
          '/v1/agreements',
          anAgreement({ parties, obligations: [{ party: 0, text: { en: 'Report' } }] }),
        );
        const outcome = await write('/v1/outcomes', anOutcome({ eventId: visit.id }));
        // From then on it tells of the follow-up.
        acknowledged.delete(outcome.at);
        await write(`${outcome.at}/follow-up`);
      }
    };
    const ends = Promise.allSettled([organize(), organize(), organize(), organize()]);
    const before = await postmaster();
    await waitUntil(async () => asked.answered >= 400);
    server.kill('SIGKILL');
    expect(await server.ended).toBe('SIGKILL');
    await ends;
    expect(asked.writes - asked.answered).toBe(4);

    server = await runServer(environment());
    office = await callServer(server.url, token);
    expect(await postmaster()).toBe(before);
    const overtaken: string[] = [];
    for (const [address, answered] of acknowledged) {
      const { body, headers } = await office.get(address);
      if (isDeepStrictEqual(ownOf(body, headers.etag), ownOf(...answered))) continue;
      // What was on its way when the server died may have been done.
      expect(body.version).toBe(answered[0].version + 1);
      overtaken.push(address);
    }
    expect(overtaken.length).toBeLessThanOrEqual(4);
    const everything = async (path: string): Promise<Recorded[]> => {
      const { body } = await office.get(`${path}?limit=200`);
      return Promise.all(
        body.items.map(async ({ id }: Recorded) => (await office.get(`${path}/${id}`)).body),
      );
    };
    const visits = await everything(VISITS);
    expect(visits.length).toBeLessThanOrEqual(asked.visits);
    for (const visit of visits) {
      const { body } = await office.get(`${VISITS}/${visit.id}/history`);
      expect([countParts(visit), body.items.length]).toEqual([[2, 3, 1, 1, visit.version], visit.version]);
    }
    for (const {
      parties: [first, second],
      obligations,
    } of await everything('/v1/agreements'))
      expect([first.signatories.length, second.signatories.length, obligations.length]).toEqual([1, 1, 1]);
    const outcomes = await everything('/v1/outcomes');
    const turned = outcomes.flatMap(({ followUps }) => followUps);
    expect(turned.map(({ id }) => id).sort()).toEqual(
      (await everything('/v1/follow-ups')).map(({ id }) => id).sort(),
    );
  });

  it('starts its Postgres again when that is killed, and has all it acknowledged', async () => {
    const { body: before } = await office.get(`${VISITS}?count=true`);
    const visit = await office.record(VISITS, { names });
    process.kill(await postmaster(), 'SIGKILL');
    await waitUntil(async () => (await statusOf(`${server.url}/health/ready`)) === 503);
    expect(await statusOf(`${server.url}/health/live`)).toBe(200);
    const killed = performance.now();
    await waitUntil(async () => (await statusOf(`${server.url}/health/ready`)) === 200);
    expect(performance.now() - killed).toBeLessThan(10_000);
    const { body: after } = await office.get(`${VISITS}?count=true`);
    expect([after.total, (await office.get(visit.at)).status]).toEqual([before.total + 1, 200]);
    expect((await office.post(VISITS, { names })).status).toBe(201);
  });

  it('does not run twice on one folder, and says so', async () => {
    const second = await startServer(environment());
    expect(await second.ended).toBe(1);
    expect(second.said().trim()).toBe(
      `Corteo is already running on ${data.folder}. Stop it first, or set DATA_FOLDER or DATABASE_URL for a second one.`,
    );
    expect(await statusOf(`${server.url}/health/ready`)).toBe(200);
  });

  it('does not start on a port that is taken, says so, and leaves no Postgres behind', async () => {
    const other = await makeFolder();
    const { port } = new URL(server.url);
    const second = await startServer({ DATA_FOLDER: other.folder, PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Port ${port} is taken; perhaps Corteo is already running.`);
    expect(await findCluster(other.folder)).toBeNull();
    await other.drop();
  });

  it('does not start at an address that is not of this machine, and says so', async () => {
    const other = await makeFolder();
    const second = await startServer({ DATA_FOLDER: other.folder, HOST: '203.0.113.7', PORT: '3000' });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(
      /^Corteo cannot listen at HOST 203\.0\.113\.7 and PORT 3000: listen .*\.$/m,
    );
    expect(second.said()).not.toMatch(/^ +at /m);
    await other.drop();
  });

  it('lets the command line make, list and revoke tokens beside it', async () => {
    const made = await runCommand(['token', 'create', '--label', 'Protocol office'], environment());
    expect([made.code, made.said]).toEqual([0, expect.stringMatching(/^corteo_[\w-]+\n$/)]);
    const reader = await callServer(server.url, made.said.trim());
    expect((await reader.get(VISITS)).status).toBe(200);
    expect((await reader.post(VISITS, WHOLE)).body.missingScope).toBe('visits:write');
    const listed = await runCommand(['token', 'list'], environment());
    const [row] = listed.said.split('\n').filter((line) => line.includes('Protocol office'));
    const [id] = /[0-9a-f-]{36}/.exec(row!)!;
    expect([listed.code, row]).toEqual([0, expect.stringContaining("'viewer'")]);
    const revoked = await runCommand(['token', 'revoke', id], environment());
    expect([revoked.code, revoked.said]).toEqual([
      0,
      `Revoked ${id}; running servers forget it within a second.\n`,
    ]);
    const again = await runCommand(['token', 'revoke', id], environment());
    expect([again.code, again.said]).toEqual([1, `There is no living token ${id}.\n`]);
    expect(await statusOf(`${server.url}/health/ready`)).toBe(200);
  });

  it('answers what it was asked before it stops, and stops its Postgres', async () => {
    const visit = await office.record(VISITS, { names });
    const pid = await postmaster();
    const holder = new pg.Client((await findCluster(data.folder))!.url);
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from events where id = $1 for update', [visit.id]);
    const slow = office.patch(visit.at, { starts: '2018-07' }, { 'if-match': visit.tag });
    await waitUntil(async () => {
      const { rowCount } = await holder.query(`select from pg_stat_activity where wait_event_type = 'Lock'`);
      return rowCount! > 0;
    });
    server.kill('SIGTERM');
    await waitUntil(async () => (await statusOf(`${server.url}/health/live`)) !== 200);
    await holder.query('commit');
    await holder.end();
    expect((await slow).status).toBe(200);
    expect(await server.ended).toBe(0);
    expect([await isAlive(server.pid), await isAlive(pid)]).toEqual([false, false]);
    expect(await findCluster(data.folder)).toBeNull();

    server = await runServer(environment());
    office = await callServer(server.url, token);
    expect((await office.get(visit.at)).body.starts).toBe('2018-07');
  });

  it('leaves no Postgres behind where it is stopped while it starts', async () => {
    const other = await makeFolder();
    const second = await startServer({ DATA_FOLDER: other.folder });
    await waitUntil(async () => (await findCluster(other.folder)) !== null);
    second.kill('SIGTERM');
    expect([await second.ended, second.said()]).toEqual([0, expect.not.stringMatching(/error/i)]);
    expect(await findCluster(other.folder)).toBeNull();
    await other.drop();
  });
});

it('forgets a revoked token within a minute', async () => {
  const office = await openOffice();
  try {
    office.setTime('2026-11-22T09:00:00Z');
    const { id, token } = await office.provider(Tokens).create({ label: 'Guest', role: 'viewer' });
    const guest = await callServer(office.url, token);
    expect((await guest.get(VISITS)).status).toBe(200);
    await office.provider(Tokens).revoke(id);
    office.setTime('2026-11-22T09:01:00Z');
    const { status, body, headers } = await guest.get(VISITS);
    expect([status, body.code, headers['www-authenticate']]).toEqual([
      401,
      'identity.invalid',
      'Bearer realm="Corteo", error="invalid_token", error_description="The access token is not known"',
    ]);
  } finally {
    await office.close();
  }
});

/** What an answer says of its record; a visit also names what was recorded elsewhere since, and so does its tag. */
function ownOf(record: Recorded, tag: string | undefined): object {
  return record.outcomes ? { ...record, agreements: [], outcomes: [], followUps: [] } : { ...record, tag };
}

function countParts({ legs, agenda, participants, statusHistory }: Recorded): number[] {
  const inItems = agenda.flatMap((one: Recorded) => one.participants);
  return [legs, agenda, participants, inItems, statusHistory].map(({ length }) => length);
}

/** Whether a process runs; one that ended may still wait to be collected. */
async function isAlive(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== '';
}
