import type { OpenAPIObject } from '@nestjs/swagger';
import { SCOPES } from '#identity';
import type { ProblemCatalog } from '#platform';
import { FIELD_CODES } from '#refusals';
import type { Schema } from './openapi.problem-parts.js';
import { PROBLEM } from './openapi.problem-schema.js';
import { takesNames } from './openapi.names.js';
import { ProblemKindItem, ProblemKindView } from './pages/problem.dto.js';
import { schemasOf } from './openapi.walk.js';
import { METHODS, type Method, type Operation, isConditional, mayBeStale } from './openapi.operations.js';

const MAY_BE_GONE = /^\/v1\/(?:forums\/\{id\}\.(?:ics|jcal\.json|jscalendar\.json)|changes)$/;

/** What each status means, and a code that carries it. */
const MEANINGS: Readonly<Record<number, readonly [meaning: string, code: string]>> = {
  400: ['The request has fields that cannot be accepted; each is named.', 'request.invalid'],
  401: ['An access token is needed, or this one is not known.', 'identity.required'],
  403: ['The access token does not allow this.', 'identity.scope'],
  404: ['There is no such record, or not for this caller.', 'record.unknown'],
  406: ['The answer cannot be given in the form that `Accept` asks for.', 'request.not-acceptable'],
  408: ['The request did not arrive as a whole in the time that it may take.', 'request.too-slow'],
  409: ['The record, or another one, stands in the way.', 'record.archived'],
  410: ['It was public before and is no longer.', 'calendar.withdrawn'],
  412: ['The record has changed since it was read.', 'record.stale'],
  413: ['The body is too large.', 'request.too-large'],
  415: ['The body is of a type that is not accepted.', 'request.media-type'],
  422: ['The Idempotency-Key belongs to another request.', 'idempotency.key-reused'],
  428: ['If-Match is needed.', 'record.version-required'],
  429: ['There have been too many requests; `Retry-After` says when to go on.', 'request.too-many'],
  503: [
    'The server or its database cannot do this now; Retry-After says when to try again.',
    'database.unavailable',
  ],
};

const PROBLEM_TYPE = 'application/problem+json';

const INSTANCE = '/v1/visits/019a8f3e-4c00-7000-8000-000000000001';

/** What is refused of the bytes of a document. */
const OF_DOCUMENTS: typeof MEANINGS = {
  413: ['The document is too large.', 'document.too-large'],
  415: ['A document of this type is not accepted.', 'document.media-type'],
  422: ['The bytes are not what they are said to be, or hold macros.', 'document.not-as-said'],
};

/** What is refused of who reads changes on. */
const OF_CHANGES: typeof MEANINGS = {
  410: ['The data was restored from a backup that is older than what was read last.', 'changes.lost'],
};

/** Adds to every operation the problems it can answer, derived from its method and path alone. */
export function documentProblems(document: OpenAPIObject, catalog: ProblemCatalog): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...codesOf(catalog), Problem: problemOf() },
  };
  for (const { name } of [ProblemKindItem, ProblemKindView])
    schemasOf(document)[name]!.properties!.code = { $ref: '#/components/schemas/ProblemCode' };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (!operation) continue;
      const meanings = pick(meaningsOf(method, path), problemsOf(method, path, takesNames(operation)));
      addProblems(operation, meanings, catalog);
    }
  }
  return document;
}

function problemOf(): Schema {
  const problem = structuredClone(PROBLEM) as { properties: Record<string, Schema> };
  const { missingScope } = problem.properties as Record<string, { enum?: string[] }>;
  missingScope!.enum = Object.keys(SCOPES);
  return problem;
}

/** What programs decide by: the codes of problems, and of the rules that fields break. */
function codesOf(catalog: ProblemCatalog): Record<'ProblemCode' | 'FieldCode', Schema> {
  return {
    ProblemCode: {
      type: 'string',
      description: 'The stable code of a kind of problem.',
      enum: catalog.all().map(({ code }) => code),
      example: 'record.unknown',
    },
    FieldCode: {
      type: 'string',
      description: 'The stable code of a rule that a field can break.',
      enum: [...FIELD_CODES],
      example: 'partial-date',
    },
  };
}

function meaningsOf(method: Method, path: string): typeof MEANINGS {
  if (path === '/v1/changes') return { ...MEANINGS, ...OF_CHANGES };
  return isOfDocument(method, path) ? { ...MEANINGS, ...OF_DOCUMENTS } : MEANINGS;
}

function isOfDocument(method: Method, path: string): boolean {
  return method === 'put' && path.endsWith('/document');
}

/**
 * The statuses that an operation can be refused with.
 * @param named whether it has a filter that takes a name, which several records may have
 */
function problemsOf(method: Method, path: string, named = false): number[] {
  if (path.startsWith('/health/')) return [406, 503];
  if (!path.startsWith('/v1/'))
    return ['/', '/problems'].includes(path) ? [406, 429, 503] : [404, 406, 429, 503];
  const one = path.includes('{');
  const hasBody = method === 'put' || method === 'post' || method === 'patch';
  return [
    400,
    401,
    403,
    ...(one ? [404] : []),
    ...(method === 'delete' ? [] : [406]),
    ...(hasBody ? [408] : []),
    ...(method === 'get' && !named ? [] : [409]),
    ...(MAY_BE_GONE.test(path) ? [410] : []),
    ...(mayBeStale(method, path) ? [412] : []),
    ...(hasBody ? [413, 415] : []),
    ...(isOfDocument(method, path) || method === 'post' ? [422] : []),
    ...(isConditional(method, path) ? [428] : []),
    429,
    503,
  ];
}

function pick(meanings: typeof MEANINGS, statuses: readonly number[]) {
  return statuses.map((status) => [status, ...meanings[status]!] as const);
}

function addProblems(
  operation: Operation,
  meanings: readonly (readonly [status: number, meaning: string, code: string])[],
  catalog: ProblemCatalog,
): void {
  for (const [status, description, code] of meanings) {
    const title = catalog.find(code)?.title;
    const example = {
      type: `/problems/${code}`,
      title,
      status,
      detail: description,
      instance: INSTANCE,
      code,
    };
    operation.responses[status] ??= {
      description,
      content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' }, example } },
    };
  }
}
