import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const load = createRequire(resolve('package.json'));
const { allowed } = load('./architecture.cjs') as { allowed: Record<string, string[]> };
const { forbidden } = load('./.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
const { imports } = load('./package.json') as { imports: object };
const libraries = Object.keys(allowed);

/** Files that each break one rule: the rule, the file, and what it imports. */
const BREACHES: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ...libraries.flatMap((from) =>
    libraries
      .filter((to) => to !== from && !allowed[from]!.includes(to))
      .map((to) => [`direction-of-${from}`, `libs/${from}/src/uses-${to}.ts`, `#${to}`] as const),
  ),
  ['known-library', 'libs/utilities/src/strings.ts', '#vocabulary'],
  ['through-the-index', 'libs/forums/src/inner.ts', '../../events/src/leg.js'],
  ['through-the-index-from-outside', 'apps/api/src/inner.ts', '../../../libs/events/src/leg.js'],
  ['index-for-others', 'libs/events/src/around.ts', './index.js'],
  ['testing-for-tests', 'libs/forums/src/fake.ts', '#events/testing'],
  ['no-circle', 'libs/events/src/egg.ts', './hen.js'],
  ['libraries-below-apps', 'libs/events/src/upward.ts', '../../../apps/api/src/routes.js'],
  ['apps-apart', 'apps/cli/src/sideways.ts', '../../api/src/routes.js'],
  ['pure', 'libs/vocabulary/src/decorated.ts', 'class-validator'],
  ['rules-are-pure', 'libs/events/src/leg.rules.ts', '#platform'],
  ['rules-are-pure', 'libs/events/src/date.rules.ts', 'class-validator'],
  ['rules-are-pure', 'libs/events/src/link.rules.ts', './leg.js'],
  ['entities-know-no-http', 'libs/events/src/link.entity.ts', '@nestjs/swagger'],
  ['entities-know-no-http', 'libs/events/src/leg.entity.ts', './legs.dto.js'],
  ['services-know-no-http', 'libs/events/src/links.service.ts', './legs.controller.js'],
  ['services-know-no-http', 'libs/events/src/links.queries.ts', '@nestjs/swagger'],
  ['runs-without-tools', 'libs/events/src/asserted.ts', 'supertest'],
  ['resolvable', 'libs/events/src/lost.ts', './nowhere.js'],
];

const FINE: readonly (readonly [file: string, imported: string])[] = [
  ...libraries.flatMap((from) =>
    allowed[from]!.map((to) => [`libs/${from}/src/may-use-${to}.ts`, `#${to}`] as const),
  ),
  ['libs/forums/src/forum.spec.ts', '#events/testing'],
  ['libs/forums/src/asserted.spec.ts', 'supertest'],
  ['libs/events/src/decorated.ts', 'class-validator'],
  ['libs/events/src/event.rules.ts', '#refusals'],
  ['libs/events/src/other.rules.ts', './event.rules.js'],
  ['libs/events/src/event.entity.ts', '#records'],
  ['libs/events/src/events.service.ts', './legs.dto.js'],
  ['apps/api/src/inside.ts', './routes.js'],
  ['apps/api/src/below.ts', '#events'],
  ['apps/cli/src/running.ts', '../../api/src/run.js'],
  ['apps/api/test/story.spec.ts', '../../cli/src/story.js'],
];

describe('the table of who may import whom', () => {
  let folder: string;
  let violations: Violation[];

  beforeAll(async () => {
    await mkdir('var', { recursive: true });
    // Inside the repository, where packages are found.
    folder = await mkdtemp(resolve('var', 'architecture-'));
    await writeRepository(folder);
    violations = await cruise(folder);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true }));

  it.each(BREACHES)('%s: %s may not import %s', (rule, file) => {
    const broken = violations.filter(({ from }) => from === file);
    expect(broken.map(({ rule: { name } }) => name)).toContain(rule);
  });

  it('lets everything else pass', () => {
    const files = FINE.map(([file]) => file);
    expect(violations.filter(({ from }) => files.includes(from))).toEqual([]);
  });

  it('has a breach of each of its rules', () => {
    const broken = new Set(BREACHES.map(([rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });
});

async function writeRepository(folder: string): Promise<void> {
  const dependencies = { 'class-validator': '*', '@nestjs/swagger': '*' };
  const files: [string, string][] = [
    ['package.json', JSON.stringify({ imports, dependencies, devDependencies: { supertest: '*' } })],
    ['apps/api/src/routes.ts', 'export {};'],
    ['apps/api/src/run.ts', 'export {};'],
    ['apps/cli/src/story.ts', 'export {};'],
    ['libs/events/src/leg.ts', 'export {};'],
    ['libs/events/src/legs.dto.ts', 'export {};'],
    ['libs/events/src/legs.controller.ts', 'export {};'],
    ['libs/events/src/hen.ts', `import './egg.js';`],
    ...libraries.flatMap((library): [string, string][] => [
      [`libs/${library}/src/index.ts`, 'export {};'],
      [`libs/${library}/src/testing.ts`, 'export {};'],
    ]),
    ...BREACHES.map(([, file, imported]): [string, string] => [file, `import '${imported}';`]),
    ...FINE.map(([file, imported]): [string, string] => [file, `import '${imported}';`]),
  ];
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function cruise(folder: string): Promise<Violation[]> {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = resolve('.dependency-cruiser.cjs');
  const args = [program, '--config', config, '--output-type', 'json', 'apps', 'libs'];
  // It ends with the number of violations, which execFile takes for a failure.
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 2 ** 28,
  }).catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}
