import type { OpenAPIObject } from '@nestjs/swagger';
import { exampleAt } from './openapi.example-addresses.js';
import { CREATED } from './openapi.example-bodies.js';
import { BY_ADDRESS, IMPORTED, PATCHED } from './openapi.example-changes.js';
import { STORY } from './openapi.example-ids.js';
import { METHODS, type Operation, type Parameter } from './openapi.operations.js';

/** What has to be said in a query or a header of some addresses. */
const SAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/v1/duplicates': { kind: 'person' },
  '/v1/search': { q: 'Guiyang' },
  '/v1/timeline': { delegation: STORY.delegation },
  '/v1/dossiers': { of: 'people' },
  '/v1/people/{id}/schedule': { from: '2024-05-06', to: '2024-05-08' },
  '/v1/places/{id}/schedule': { from: '2024-05-06', to: '2024-05-08' },
};

/** What is said in headers that a request must have. */
const HEADERS: Readonly<Record<string, string>> = {
  'If-Match': '*',
  'Corteo-Reason': 'preparing the visas',
};

type Content = Record<string, { schema?: object; example?: unknown }>;

/** Fills in what can be sent to the demo as it stands: the ids of its records, and a body for everything. */
export function exemplify(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths))
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      exemplifyBody(path, operation);
      for (const parameter of operation.parameters ?? []) exemplifyParameter(method, path, parameter);
    }
  return document;
}

function exemplifyBody(path: string, { requestBody }: Operation): void {
  if (!requestBody || '$ref' in requestBody) return;
  for (const [type, content] of Object.entries<Content[string]>(requestBody.content)) {
    const example = BY_ADDRESS[path] ?? bodyOf(path, type, content);
    if (example !== undefined) content.example = example;
    // What is no JSON is shown as it is sent.
    if (path === '/v1/dossiers') content.schema = schemaOfImport(example);
  }
}

function bodyOf(path: string, type: string, { schema = {} }: Content[string]): unknown {
  if (path === '/v1/dossiers') return IMPORTED[type];
  if (path.endsWith('/document')) return type === 'text/plain' ? 'Minutes of the talks.\n' : undefined;
  const name = '$ref' in schema ? (schema.$ref as string).split('/').at(-1)! : '';
  return CREATED[name] ?? PATCHED[name];
}

function schemaOfImport(example: unknown): object {
  if (typeof example === 'object') return { type: 'object' };
  return example === undefined ? { type: 'string', format: 'binary' } : { type: 'string' };
}

// Swagger UI sends the example of a parameter along, so that a list would be filtered by all of them.
function exemplifyParameter(method: string, path: string, parameter: Parameter): void {
  if ('$ref' in parameter) return;
  const { name, required } = parameter;
  if (parameter.in === 'query') describeQuery(parameter);
  const example = {
    path: exampleAt(method, path, name),
    query: SAID[path]?.[name],
    header: required ? HEADERS[name] : undefined,
    cookie: undefined,
  }[parameter.in];
  if (example === undefined) return;
  const isNumber = parameter.schema && 'type' in parameter.schema && parameter.schema.type === 'integer';
  parameter.example = isNumber ? Number(example) : example;
}

function describeQuery(parameter: Exclude<Parameter, { $ref: string }>): void {
  const schema = parameter.schema as { example?: unknown } | undefined;
  const example = parameter.example ?? schema?.example;
  if (example !== undefined)
    parameter.description = `${parameter.description ?? ''} For example: ${shown(example)}`.trim();
  delete parameter.example;
  delete schema?.example;
}

function shown(example: unknown): string {
  return Array.isArray(example) ? example.map((one) => `\`${one}\``).join(', ') : `\`${String(example)}\``;
}
