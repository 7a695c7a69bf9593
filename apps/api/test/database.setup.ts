import { type Template, createTemplate } from '#embedded/testing';

declare global {
  var template: Template;
}

/** Before the first test: migrates the database that each test file clones, on TEST_DATABASE_URL where it is set. */
export default async function setUp(): Promise<void> {
  const template = await createTemplate(process.env.TEST_DATABASE_URL);
  Object.assign(process.env, {
    TEST_DATABASE_URL: template.serverUrl,
    TEST_TEMPLATE: template.name,
    TEST_OWNER: template.roles.owner,
    TEST_APPLICATION: template.roles.application,
  });
  globalThis.template = template;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void template.drop().finally(() => process.exit(1)));
}
