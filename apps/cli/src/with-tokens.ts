import { DataSource } from 'typeorm';
import { AuditTrail, Tokens } from '#identity';
import { Clock, type Config, Database, Violations, dataSourceOptions, readConfig } from '#platform';
import { withDatabase } from './with-database.js';

/** Runs `work` with the access tokens of the configured database, migrated: loading the whole office takes far longer. */
export async function withTokens(work: (tokens: Tokens, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig();
  await withDatabase(config, async ({ url, migrationUrl }) => {
    const source = new DataSource(dataSourceOptions(url, 2, config.limits));
    const [database, clock] = [new Database(source, new Violations()), new Clock()];
    const tokens = new Tokens(database, clock, new AuditTrail(database, clock));
    try {
      await database.open(migrationUrl);
      await work(tokens, config);
    } finally {
      await database.onModuleDestroy();
      if (source.isInitialized) await source.destroy();
    }
  });
}
