import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { type TestRoles, openTestRoles } from '../testing.js';
import { dataSourceOptions } from './data-source.options.js';
import { openDataSource } from './open.js';

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
