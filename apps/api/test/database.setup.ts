import { createTemplate } from '#platform/testing';
import { migrations } from '../../../migrations/data-source.js';

declare global {
  var removeTemplate: () => Promise<void>;
}

/** Before the first test: migrates the database that each test file clones, on TEST_DATABASE_URL where it is set. */
export default async function setUp(): Promise<void> {
  const { name, serverUrl, remove } = await createTemplate(migrations, process.env.TEST_DATABASE_URL);
  Object.assign(process.env, { TEST_DATABASE_URL: serverUrl, TEST_TEMPLATE: name });
  globalThis.removeTemplate = remove;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void remove().finally(() => process.exit(1)));
}
