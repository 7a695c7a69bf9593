/** Tests run as they were compiled: `nest build` first, then native ES modules from dist. */
export default {
  rootDir: 'dist',
  testMatch: ['**/*.spec.js'],
  transform: {},
  testTimeout: 30_000,
  maxWorkers: '100%',
  globalSetup: '<rootDir>/apps/api/test/database.setup.js',
  globalTeardown: '<rootDir>/apps/api/test/database.teardown.js',
};
