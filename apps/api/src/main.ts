import { settleHeap } from './heap.js';
import 'reflect-metadata';
import { EmbeddedPostgresError } from '#embedded';
import { ConfigurationError, UnsuitableDatabaseError, readConfig } from '#platform';
import { runServer } from './run.js';

try {
  await runServer(readConfig());
  // It takes a fifth of a second, which nobody who waits for the start has to wait for.
  setTimeout(settleHeap, 1000).unref();
} catch (error) {
  const foreseen =
    error instanceof ConfigurationError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof UnsuitableDatabaseError;
  console.error(foreseen ? error.message : error);
  process.exit(1);
}
