/** Changes the code one place at a time, and says which changes no test notices: `npm run mutants`. */
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const PURE = ['vocabulary', 'icalendar'];

const { mutate = `libs/{{${PURE}}/src/**/*,**/*.rules}.ts` } = parseArgs({
  options: { mutate: { type: 'string' } },
}).values;

const isTest = (file) => file.endsWith('.spec.ts') || file.endsWith('/index.ts');
const files = globSync(mutate).filter((file) => !isTest(file));

// A library at a time, with no tests but its own: each mutant loads every test file of its run.
for (const [library, mutated] of Object.entries(Object.groupBy(files, (file) => file.split('/')[1])))
  await tryMutants(library, mutated);

async function tryMutants(library, mutated) {
  const specs = PURE.includes(library) ? '*.spec.js' : '*.rules.spec.js';
  await new Stryker({
    mutate: mutated,
    ignorePatterns: ['/dist', '/var'],
    symlinkNodeModules: true,
    buildCommand: 'npm run build',
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      // These tests need no database.
      config: {
        testMatch: [`<rootDir>/libs/${library}/**/${specs}`],
        globalSetup: null,
        globalTeardown: null,
      },
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    // Endless loops are counted out; more patience keeps a busy machine from being taken for one.
    timeoutMS: 60_000,
    // A runner keeps every module it ever loaded.
    maxTestRunnerReuse: 20,
    thresholds: { high: 95, low: 85, break: 85 },
    tempDirName: 'var/mutants/sandbox',
    logLevel: 'error',
    reporters: ['progress', 'clear-text', 'html', 'json'],
    clearTextReporter: { logTests: false, reportTests: false },
    htmlReporter: { fileName: `var/mutants/${library}.html` },
    jsonReporter: { fileName: `var/mutants/${library}.json` },
  }).runMutationTest();
}
