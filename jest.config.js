import { globSync, readFileSync } from 'node:fs';

/** Files of types alone, of which nothing is left to run. */
const hollow = globSync('dist/libs/**/*.js').filter((file) =>
  /^export \{\};\s*\/\//.test(readFileSync(file, 'utf8')),
);

/** Tests run as they were compiled: `nest build` first, then native ES modules from dist. */
export default {
  rootDir: 'dist',
  testMatch: ['**/*.spec.js'],
  transform: {},
  testTimeout: 30_000,
  maxWorkers: '100%',
  // Modules of finished tests are never given back (a context of node:vm keeps them): a worker begins anew in time.
  workerIdleMemoryLimit: '1GB',
  globalSetup: '<rootDir>/apps/api/test/database.setup.js',
  globalTeardown: '<rootDir>/apps/api/test/database.teardown.js',
  coverageProvider: 'v8',
  coverageDirectory: '<rootDir>/../var/coverage',
  coverageReporters: ['text-summary', 'json-summary'],
  collectCoverageFrom: [
    'libs/**/*.js',
    '!**/{index,testing}.js',
    '!**/testing/**',
    '!**/*.{spec,check,fixture}.js',
    ...hollow.map((file) => file.replace('dist/', '!')),
  ],
  // What matches a path is summed up, what matches a glob is held one file at a time; a file may match both.
  coverageThreshold: {
    'libs/': { lines: 97, branches: 95 },
    'libs/**/*.ts': { lines: 85 },
  },
};
