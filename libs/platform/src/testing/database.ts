import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { Violations } from '../database/violations.js';
import { asRole } from './roles.js';
import { beside, command, inventName } from './server.js';

/** A database of one test file's own. */
export interface TestDatabase {
  /** As the superuser. */
  readonly url: string;
  /** As the role that owns the tables. */
  readonly migrationUrl: string;
  /** As the role that the product works with. */
  readonly applicationUrl: string;
  /** Connects to it as features do; `drop` closes the connection. */
  connect(entities?: DataSourceOptions['entities']): Promise<{ database: Database; dataSource: DataSource }>;
  drop(): Promise<void>;
}

/** Clones the migrated template for a test file; call it in `beforeAll`, and `drop` in `afterAll`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { TEST_DATABASE_URL: server, TEST_TEMPLATE: template } = process.env;
  const { TEST_OWNER: owner = '', TEST_APPLICATION: application = '' } = process.env;
  if (!server || !template) throw new Error('There is no template database; start tests with “npm test”.');
  const name = inventName('corteo_test');
  await command(server, `create database ${name} template ${template} owner ${owner}`);
  const url = beside(server, name);
  const opened: DataSource[] = [];
  return {
    url,
    migrationUrl: asRole(url, owner),
    applicationUrl: asRole(url, application),
    connect: async (entities = []) => {
      const dataSource = new DataSource({ ...dataSourceOptions(url, 5), entities });
      opened.push(dataSource);
      const database = new Database(dataSource, new Violations());
      await database.open();
      return { database, dataSource };
    },
    drop: async () => {
      for (const dataSource of opened) await dataSource.destroy();
      await command(server, `drop database ${name} with (force)`);
    },
  };
}
