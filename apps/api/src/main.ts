import { letHeapGrow } from './heap.js';
import 'reflect-metadata';
import { EmbeddedPostgresError } from '#embedded';
import { ConfigurationError, UnsuitableDatabaseError, readConfig } from '#platform';
import { runServer } from './run.js';

try {
  await runServer(readConfig());
  letHeapGrow();
} catch (error) {
  const foreseen =
    error instanceof ConfigurationError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof UnsuitableDatabaseError;
  console.error(foreseen ? error.message : error);
  process.exit(1);
}
