import 'reflect-metadata';
import { ConfigurationError, UnsuitableDatabaseError, readConfig } from '#platform';
import { runWorker } from './run.js';

try {
  await runWorker(readConfig());
} catch (error) {
  const foreseen = error instanceof ConfigurationError || error instanceof UnsuitableDatabaseError;
  console.error(foreseen ? error.message : error);
  process.exit(1);
}
