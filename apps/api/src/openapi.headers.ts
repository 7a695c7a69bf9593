import type { OpenAPIObject } from '@nestjs/swagger';
import { KEY_PATTERN } from '#platform';
import {
  type Operation,
  type Parameter,
  isConditional,
  mayBeConditional,
  operationsOf,
} from './openapi.operations.js';

const ANSWERS: Readonly<Record<number, string>> = {
  200: 'What was asked for, or the record after the change.',
  201: 'The record as it was recorded; `Location` says where it is.',
  204: 'It is done, and there is nothing to add.',
};

/** Adds to every operation the headers it reads and writes, derived from its method and path alone. */
export function documentHeaders(document: OpenAPIObject): OpenAPIObject {
  const headers = { ...Object.fromEntries([...LIMITS, ...RETRY]), 'X-Request-Id': REQUEST_ID };
  document.components = { ...document.components, headers: { ...document.components?.headers, ...headers } };
  for (const [path, operations] of Object.entries(document.paths)) {
    const { get, put, post, patch, delete: remove } = operations;
    if (get && path.startsWith('/v1/')) documentRead(get);
    if (patch) documentPatch(patch, isConditional('patch', path));
    // What is put where nothing was is based on no version.
    if (put) addParameter(put, header('If-Match', IF_MATCH, path.endsWith('/document')));
    if (remove && isConditional('delete', path)) addParameter(remove, header('If-Match', IF_MATCH, true));
    if (post && mayBeConditional(path)) addParameter(post, header('If-Match', IF_MATCH, false));
    if (post) addParameter(post, idempotencyKey());
    if (remove) tellWhatWentAlong(remove, 204);
    if (post && path.endsWith('/restore')) tellWhatWentAlong(post, 200);
    for (const operation of operationsOf(operations)) {
      describeAnswers(operation);
      tellLimits(operation);
      nameRequests(operation);
      describePath(operation);
      if (path.startsWith('/v1/'))
        addParameter(operation, header('Corteo-On-Behalf-Of', ON_BEHALF_OF, false));
      else operation.security = [];
    }
  }
  return document;
}

const LIMITS = [
  counting(
    'RateLimit-Limit',
    'How many requests a minute takes with this token, or from this address.',
    60_000,
  ),
  counting('RateLimit-Remaining', 'How many more it takes.', 59_999),
  counting('RateLimit-Reset', 'In how many seconds the next minute begins.', 60),
];

const RETRY = [counting('Retry-After', 'In how many seconds to go on.', 12)];

function counting(name: string, description: string, example: number) {
  return [name, { description, schema: { type: 'integer' as const, example } }] as const;
}
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

function documentRead(operation: Operation): void {
  addParameter(operation, header('Accept-Language', 'The languages to show names and texts in, best first.'));
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

/** Says how many more requests there may be, where there can be too many. */
function tellLimits({ responses }: Operation): void {
  if (!responses[429]) return;
  for (const [status, answer] of Object.entries(responses)) {
    if (!answer || '$ref' in answer || (status >= '300' && status !== '429')) continue;
    const told = status === '429' ? [...LIMITS, ...RETRY] : LIMITS;
    answer.headers = {
      ...answer.headers,
      ...Object.fromEntries(told.map(([name]) => [name, headerAt(name)])),
    };
  }
}

function headerAt(name: string): { $ref: string } {
  return { $ref: `#/components/headers/${name}` };
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

/** What the segments of the address are: `id`, or `memberId` of a record within a record. */
function describePath(operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if (!('in' in parameter) || parameter.in !== 'path') continue;
    const of = /^(\w+)Id$/.exec(parameter.name)?.[1];
    const what = of ? `The id of the ${of}.` : PATH[parameter.name];
    if (what) parameter.description ??= what;
  }
}

const PATH: Readonly<Record<string, string>> = {
  id: 'The id of the record.',
  number: 'Which version it is.',
  fingerprint: 'What the conflict is known by.',
  code: 'The stable code that a refusal carries.',
  kind: 'Which kind of event.',
  secret: 'What the address was made with, and shown once.',
};
