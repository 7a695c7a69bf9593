const { allowed, pure } = require('./architecture.cjs');

const ENTRANCE = '^libs/[^/]+/src/(index|testing)[.]ts$';
const TEST = '[.](spec|check|fixture|factory)[.]ts$|^apps/[^/]+/test/|^libs/[^/]+/src/testing([.]ts$|/)';

/** What knows requests and answers. */
const HTTP =
  '[.](controller|routes|interceptor|guard|dto)[.]ts$|(^|/)node_modules/(@nestjs/swagger|@nestjs/platform-fastify|fastify)/';

const directions = Object.entries(allowed).map(([library, others]) => ({
  name: `direction-of-${library}`,
  comment: `${library} may use ${others.join(', ') || 'no other library'}.`,
  severity: 'error',
  from: { path: `^libs/${library}/` },
  to: { path: '^libs/', pathNot: `^libs/(${[library, ...others].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'known-library',
      comment: 'Every folder of libs stands in architecture.cjs.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${Object.keys(allowed).join('|')})/` },
      to: {},
    },
    {
      name: 'through-the-index',
      comment: 'A library is used through its index (#name), by tests also through #name/testing.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', ENTRANCE] },
    },
    {
      name: 'through-the-index-from-outside',
      comment: 'A library is used through its index (#name), by tests also through #name/testing.',
      severity: 'error',
      from: { pathNot: '^libs/' },
      to: { path: '^libs/', pathNot: ENTRANCE },
    },
    {
      name: 'index-for-others',
      comment: 'The index of a library is for others; inside it, files name each other.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: TEST },
      to: { path: '^libs/$1/src/index[.]ts$' },
    },
    {
      name: 'testing-for-tests',
      comment: 'What helps tests is used by tests.',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: '^libs/[^/]+/src/testing([.]ts$|/)' },
    },
    {
      name: 'no-circle',
      comment: 'Nobody imports, by any detour, who imports them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'libraries-below-apps',
      comment: 'Libraries know neither apps nor migrations.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|migrations|checks|bench|probes)/' },
    },
    {
      name: 'apps-apart',
      comment:
        'An app knows no other app, but may run the server and the worker and name what examples do; tests use what they test.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: TEST },
      to: {
        path: '^apps/',
        pathNot: '^apps/($1/|(api|worker)/src/run[.]ts$|api/src/openapi[.]example-ids[.]ts$)',
      },
    },
    {
      name: 'pure',
      comment: `${pure.join(' and ')} are plain TypeScript.`,
      severity: 'error',
      from: { path: `^libs/(${pure.join('|')})/`, pathNot: TEST },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules are data and pure functions: they know vocabulary, refusals and other rules.',
      severity: 'error',
      from: { path: '[.]rules[.]ts$' },
      to: { pathNot: ['^libs/(vocabulary|refusals)/src/index[.]ts$', '[.]rules[.]ts$'] },
    },
    {
      name: 'entities-know-no-http',
      comment: 'An entity is the table as it is written, whoever asks for it.',
      severity: 'error',
      from: { path: '[.]entity[.]ts$' },
      to: { path: HTTP },
    },
    {
      name: 'services-know-no-http',
      comment: 'What writes and reads can be called by anybody, not by a route alone.',
      severity: 'error',
      from: { path: '[.](service|writer|queries|reader|fragments)[.]ts$' },
      to: { path: HTTP, pathNot: '[.]dto[.]ts$' },
    },
    {
      name: 'runs-without-tools',
      comment: 'What runs in production imports nothing that is installed for development only.',
      severity: 'error',
      from: { pathNot: `${TEST}|^(bench|probes)/` },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'node', 'import', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
