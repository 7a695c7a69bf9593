import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { type TestRoles, openTestRoles } from '../testing.js';
import { beside, command, inventName } from '../testing/server.js';
import { dataSourceOptions } from './data-source.options.js';
import { openDataSource } from './open.js';
import { UnsuitableDatabaseError } from './unsuitable.js';

class MakeTable1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table things ()');
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
