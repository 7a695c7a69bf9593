import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { type TestRoles, openTestRoles } from '../testing.js';
import { beside, command, inventName } from '../testing/server.js';
import { dataSourceOptions } from './data-source.js';
import { openDataSource } from './open.js';
import { UnsuitableDatabaseError } from './unsuitable.js';

class MakeTable1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table things ()');
  }
  async down(): Promise<void> {}
}

class MakeOther1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table others ()');
  }
  async down(): Promise<void> {}
}

describe('several instances that open one empty database', () => {
  let roles: TestRoles;
  let instances: DataSource[];

  beforeAll(async () => {
    roles = await openTestRoles();
    const options = { ...dataSourceOptions(roles.migrationUrl, 2), migrations: [MakeTable1767225600000] };
    instances = Array.from({ length: 8 }, () => new DataSource(options));
  });

  afterAll(async () => {
    for (const instance of instances) await instance.destroy();
    await roles.drop();
  });

  it('prepare it once, whichever comes first', async () => {
    await Promise.all(instances.map((instance) => openDataSource(instance)));
    const [first] = instances;
    expect(await first!.query('select name from migrations')).toEqual([
      { name: MakeTable1767225600000.name },
    ]);
  });
});

describe('a database with a history', () => {
  let roles: TestRoles;
  const opened: DataSource[] = [];

  beforeEach(async () => {
    roles = await openTestRoles();
  });

  afterEach(async () => {
    for (const dataSource of opened.splice(0)) await dataSource.destroy();
    await roles.drop();
  });

  /** Opens the database as a program of these migrations, and gives the tables that are there afterwards. */
  async function open(...migrations: (new () => MigrationInterface)[]): Promise<string[]> {
    const dataSource = new DataSource({ ...dataSourceOptions(roles.migrationUrl, 2), migrations });
    opened.push(dataSource);
    await openDataSource(dataSource);
    const tables = await dataSource.query<{ name: string }[]>(
      `select relname as name from pg_class where relname in ('things', 'others') order by 1`,
    );
    return tables.map(({ name }) => name);
  }

  it('is gone on with by a newer program', async () => {
    expect(await open(MakeTable1767225600000)).toEqual(['things']);
    expect(await open(MakeTable1767225600000, MakeOther1767225600001)).toEqual(['others', 'things']);
  });

  it('is left to the newer program that made it', async () => {
    await open(MakeTable1767225600000, MakeOther1767225600001);
    await expect(open(MakeTable1767225600000)).rejects.toStrictEqual(
      new UnsuitableDatabaseError(
        'This database belongs to a newer version of Corteo, which has brought its tables up to “MakeOther1767225600001”; this version would damage what it does not know. Run the newer version.',
      ),
    );
  });

  it('is refused, and left as it is, where the history has been rewritten since', async () => {
    await open(MakeTable1767225600000);
    await expect(open(MakeOther1767225600001)).rejects.toStrictEqual(
      new UnsuitableDatabaseError(
        'This database was made by an earlier, unreleased version of Corteo (it holds “MakeTable1767225600000”), whose tables this version cannot bring up to date. Export what you need with the version that made it, then start this one on an empty database: another DATABASE_URL or DATA_FOLDER.',
      ),
    );
    expect(await open(MakeTable1767225600000)).toEqual(['things']);
  });
});

describe('a database that cannot hold the data', () => {
  const server = process.env.TEST_DATABASE_URL!;
  const name = inventName('corteo_unsuitable');
  const dataSource = new DataSource(dataSourceOptions(beside(server, name), 2));

  afterEach(async () => {
    await dataSource.destroy();
    await command(server, `drop database ${name}`);
  });

  it.each([
    [
      'SQL_ASCII',
      'The database must have the encoding UTF8; this one has SQL_ASCII. ' +
        'Create it with: createdb --encoding=UTF8 --template=template0 …',
    ],
    [
      'UTF8',
      'This database cannot search Chinese names, because its locale knows ASCII letters only. ' +
        'Create it with a UTF-8 locale such as C.UTF-8 or en_US.UTF-8.',
    ],
  ])('is refused with the way to make one that can: %s in the locale C', async (encoding, advice) => {
    await command(
      server,
      `create database ${name} template template0 encoding '${encoding}' locale_provider libc locale 'C'`,
    );
    await expect(openDataSource(dataSource)).rejects.toThrow(new UnsuitableDatabaseError(advice));
  });
});

it('waits for a Postgres that is away, and says why once', async () => {
  const roles = await openTestRoles();
  const server = new URL(roles.migrationUrl);
  const gate = createServer((client) => {
    const upstream = createConnection(Number(server.port), server.hostname);
    client.pipe(upstream).pipe(client);
  });
  await once(gate.listen(0, '127.0.0.1'), 'listening');
  const { port } = gate.address() as AddressInfo;
  await new Promise((closed) => gate.close(closed));
  const here = Object.assign(new URL(server), { hostname: '127.0.0.1', port });
  const dataSource = new DataSource(dataSourceOptions(here.href, 2));
  const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  try {
    const opening = openDataSource(dataSource);
    await wait(1200);
    gate.listen(port, '127.0.0.1');
    await opening;
    expect(warn.mock.calls).toEqual([
      [`Waiting for Postgres, which does not answer yet: connect ECONNREFUSED 127.0.0.1:${port}`],
    ]);
  } finally {
    warn.mockRestore();
    await dataSource.destroy();
    gate.close();
    await roles.drop();
  }
});
