import type { OpenAPIObject } from '@nestjs/swagger';
import { KEY_PATTERN } from '#platform';
import {
  METHODS,
  type Method,
  type Operation,
  type Parameter,
  addHeader,
  hasTag,
  isConditional,
  mayBeConditional,
} from './openapi.operations.js';

const ANSWERS: Readonly<Record<number, string>> = {
  200: 'What was asked for, or the record after the change.',
  201: 'The record as it was recorded; `Location` says where it is.',
  204: 'It is done, and there is nothing to add.',
};

/** What has a tag as everything under /v1 has. */
const PAGES = /^\/(?:problems(?:\/\{code\})?)?$/;

/** Adds to every operation the headers it reads and writes, derived from its method and path alone. */
export function documentHeaders(document: OpenAPIObject): OpenAPIObject {
  const headers = { ...ANSWERED, 'X-Request-Id': REQUEST_ID };
  document.components = { ...document.components, headers: { ...document.components?.headers, ...headers } };
  for (const [path, operations] of Object.entries(document.paths)) {
    const { get, put, post, patch, delete: remove } = operations;
    if (get && path.startsWith('/v1/')) documentRead(get, path);
    if (get && PAGES.test(path)) documentTag(get);
    if (patch) documentPatch(patch, isConditional('patch', path));
    // What is put where nothing was is based on no version.
    if (put && isConditional('put', path))
      addParameter(put, header('If-Match', IF_MATCH, path.endsWith('/document')));
    if (remove && isConditional('delete', path)) addParameter(remove, header('If-Match', IF_MATCH, true));
    if (post && mayBeConditional(path)) addParameter(post, header('If-Match', IF_MATCH, false));
    if (post) addParameter(post, idempotencyKey());
    if (remove) tellWhatWentAlong(remove, 204);
    if (post && path.endsWith('/restore')) tellWhatWentAlong(post, 200);
    for (const method of METHODS) {
      const operation = operations[method];
      if (operation) documentOperation(operation, method, path);
    }
  }
  return document;
}

function documentOperation(operation: Operation, method: Method, path: string): void {
  describeAnswers(operation);
  if (path.startsWith('/v1/') || PAGES.test(path)) tellOfAnswer(operation, method, path);
  nameRequests(operation);
  if (path.startsWith('/v1/'))
    addParameter(operation, {
      ...header('Corteo-On-Behalf-Of', ON_BEHALF_OF),
      schema: { type: 'string', format: 'uuid' },
    });
  else operation.security = [];
}

const ANSWERED = {
  ETag: {
    description:
      'The entity tag: the version of the record, where it has one, and a hash of the answer. `If-Match` and `If-None-Match` take it.',
    schema: { type: 'string' as const, example: '"2-cLz4FN8nmK86xgO2Bi9RB_YFlnY"' },
  },
  Location: {
    description: 'Where it is.',
    schema: {
      type: 'string' as const,
      format: 'uri-reference',
      example: '/v1/visits/019a8f3e-4c00-7000-8000-000000000001',
    },
  },
  Link: {
    description: 'Where the list goes on, as `rel="next"`; left out on the last page.',
    schema: { type: 'string' as const, example: '</v1/visits?cursor=ZmM1YTg3>; rel="next"' },
  },
  Deprecation: {
    description: 'Since when the operation is on its way out (RFC 9745).',
    schema: { type: 'string' as const, example: '@1798761600' },
  },
  Sunset: {
    description: 'Until when it answers (RFC 8594).',
    schema: { type: 'string' as const, example: 'Fri, 31 Dec 2027 23:59:59 GMT' },
  },
};

const REQUEST_ID = {
  description:
    'What the log knows the request by: the `X-Request-Id` that the caller sent, where that is 1 to 64 of letters, digits, `.`, `_` and `-`, or else one made here.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
  example: 'c2xRPwZk.1v',
} as const;

const ON_BEHALF_OF =
  'The id of the actor whose deputy the caller is at this time: what that one may see counts too.';

const IF_MATCH =
  'The entity tag of the version that the change is based on, or `*`. Of a tag that a proxy has weakened the version counts.';

function idempotencyKey(): Parameter {
  const description =
    'Any text of your own: sent again within 24 hours with the same request, it gets the first answer again.';
  return { ...header('Idempotency-Key', description), schema: { type: 'string', pattern: KEY_PATTERN } };
}

function documentRead(operation: Operation, path: string): void {
  addParameter(operation, header('Accept-Language', 'The languages to show names and texts in, best first.'));
  if (hasTag(path)) documentTag(operation);
}

function documentTag(operation: Operation): void {
  addParameter(operation, header('If-None-Match', 'The entity tag of what the caller already has.'));
  operation.responses[304] ??= { description: 'Nothing has changed since `If-None-Match`.' };
}

function tellWhatWentAlong(operation: Operation, status: number): void {
  const answer = operation.responses[status];
  if (!answer || '$ref' in answer) return;
  const description = 'How many parts went along, where there were any.';
  answer.headers = {
    'X-Corteo-Took-Along': {
      description,
      schema: { type: 'string' },
      example: 'agendaItems=6, participants=9',
    },
  };
}

/** Says which version it is, where it was recorded, and where a list goes on. */
function tellOfAnswer(
  { responses, parameters = [], deprecated }: Operation,
  method: Method,
  path: string,
): void {
  const isPaged = parameters.some((one) => 'name' in one && one.name === 'cursor');
  for (const [status, answer] of Object.entries(responses)) {
    if (!answer || '$ref' in answer || status > '304' || (!answer.content && status !== '304')) continue;
    if (hasTag(path)) addHeader(answer, 'ETag');
    if (deprecated) ['Deprecation', 'Sunset'].forEach((name) => addHeader(answer, name));
    // What is put is where it was put.
    if (status === '201' && method === 'post') addHeader(answer, 'Location');
    if (status === '200' && method === 'get' && isPaged) addHeader(answer, 'Link');
  }
}

function nameRequests({ responses }: Operation): void {
  for (const answer of Object.values(responses)) {
    if (!answer || '$ref' in answer) continue;
    answer.headers = { ...answer.headers, 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } };
  }
}

function documentPatch(operation: Operation, conditional: boolean): void {
  if (conditional) addParameter(operation, header('If-Match', IF_MATCH, true));
  const body = operation.requestBody;
  if (body && 'content' in body)
    body.content = { 'application/merge-patch+json': body.content['application/json']!, ...body.content };
}

function header(name: string, description: string, required = false): Parameter {
  return { name, in: 'header', required, description, schema: { type: 'string' } };
}

function addParameter(operation: Operation, parameter: Parameter): void {
  operation.parameters = [...(operation.parameters ?? []), parameter];
}

function describeAnswers(operation: Operation): void {
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (answer && 'description' in answer) answer.description ||= ANSWERS[Number(status)] ?? '';
  }
}
