import type { OpenAPIObject } from '@nestjs/swagger';
import { type Answer, METHODS, type Operation, type Parameter } from './openapi.operations.js';
import { inOrder } from './openapi.order.js';
import { Shared } from './openapi.shared-part.js';
import { type Schema, schemasOf } from './openapi.walk.js';

type Response = Operation['responses'][string];
type Header = NonNullable<Answer['headers']>[string];

/** Bytes that a value has to save for a reader to look it up elsewhere. */
const WORTH_A_NAME = 200;

/** Writes what many operations or records have in common once, and lets them refer to it. */
export function shareParts(described: OpenAPIObject): OpenAPIObject {
  const document = shareExamples(described);
  const components = {
    ...document.components,
    headers: { ...document.components?.headers, ...shareHeaders(document) },
    parameters: shareParameters(document),
    responses: shareAnswers(document),
    schemas: inOrder({ ...schemasOf(document), ...shareValues(document) }),
  };
  return { ...document, components: components as OpenAPIObject['components'] };
}

function shareParameters(document: OpenAPIObject): Record<string, Parameter> {
  const shared = new Shared<Parameter>('parameters', nameOfParameter);
  for (const [path, { tags, parameters = [] }] of placedOperations(document))
    for (const parameter of parameters) shared.count(parameter, `${tags?.[0]} ${path}`);
  for (const [, operation] of placedOperations(document))
    operation.parameters = (operation.parameters ?? []).map((one) => shared.share(one));
  return shared.all();
}

function shareHeaders(document: OpenAPIObject): Record<string, Header> {
  const shared = new Shared<Header>('headers', (_header, name) => [name]);
  const headers = answersIn(document).flatMap(({ headers: own = {} }) =>
    Object.entries(own)
      .filter(([, header]) => !('$ref' in header))
      .map(([name, header]) => ({ own, name, header })),
  );
  for (const { name, header } of headers) shared.count(header, name);
  for (const { own, name, header } of headers) own[name] = shared.share(header);
  return shared.all();
}

/** Shows with what it is an example of what was answered to several operations. */
function shareExamples(document: OpenAPIObject): OpenAPIObject {
  const schemas = schemasOf(document);
  const contents = answersIn(document).flatMap(({ content = {} }) => content['application/json'] ?? []);
  for (const content of contents.filter(({ example }) => example !== undefined)) {
    const schema = schemas[nameOfSchema(content.schema)];
    const isSame = JSON.stringify((schema!.example ??= content.example)) === JSON.stringify(content.example);
    if (isSame) delete content.example;
  }
  return document;
}

function shareAnswers(document: OpenAPIObject): Record<string, Response> {
  const shared = new Shared<Response>('responses', nameOfAnswer);
  for (const [, { responses }] of placedOperations(document))
    for (const [status, answer] of Object.entries(responses)) shared.count(answer, status);
  for (const [, { responses }] of placedOperations(document))
    for (const [status, answer] of Object.entries(responses)) responses[status] = shared.share(answer);
  return shared.all();
}

/** What records of many kinds have in the same words. */
function shareValues(document: OpenAPIObject): Record<string, Schema> {
  const wholes = Object.entries(schemasOf(document));
  const limits = { taken: wholes.map(([name]) => name), worth: WORTH_A_NAME };
  const shared = new Shared<Schema>('schemas', nameOfValue, limits);
  const values = wholes.flatMap(([whole, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([, value]) => isValue(value))
      .map(([name, value]) => ({ whole, name, value, properties })),
  );
  for (const { whole, name, value } of values) shared.count(value, `${whole} ${name}`);
  for (const { properties, name, value } of values) properties[name] = shared.share(value);
  return shared.all();
}

/** Every answer that stands at its operation. */
function answersIn(document: OpenAPIObject): Answer[] {
  return placedOperations(document).flatMap(([, { responses }]) =>
    Object.values(responses).filter((answer): answer is Answer => Boolean(answer && 'description' in answer)),
  );
}

function placedOperations({ paths }: OpenAPIObject): (readonly [path: string, operation: Operation])[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [[path, item[method]] as const] : [])),
  );
}

function nameOfParameter(parameter: Parameter, context: string): string[] {
  if (!('name' in parameter)) return [];
  const [group, path] = context.split(' ') as [string, string];
  const name = pascal(parameter.name);
  const isNeeded = parameter.required && parameter.in !== 'path';
  return [
    `${name}${isNeeded ? 'Required' : ''}`,
    `${name}In${pascal(group)}`,
    `${name}At${pascal(path.replace(/^\/v1\//, ''))}`,
  ];
}

/** A refusal is named by its status, what is answered by its schema, and what is not by why. */
function nameOfAnswer(answer: Response, status: string): string[] {
  if (!answer || !('description' in answer)) return [];
  const [content] = Object.values(answer.content ?? {});
  const code = (content?.example as { code?: string } | undefined)?.code;
  if (code && status >= '400') return [status];
  if (status === '304' || status === '308') return [status];
  if (!content) return ['Done', 'DoneWithParts'];
  const schema = nameOfSchema(content.schema);
  return schema ? [status === '201' ? `${schema}Created` : schema] : [];
}

function nameOfSchema(schema: object = {}): string {
  return '$ref' in schema ? (schema.$ref as string).split('/').at(-1)! : '';
}

function nameOfValue(_value: Schema, context: string): string[] {
  const [whole, name] = context.split(' ') as [string, string];
  const input = /^(?:Create|Patch)(?=[A-Z])/.exec(whole)?.[0];
  return [pascal(name), ...(input ? [`${pascal(name)}To${input}`] : []), `${pascal(name)}In${whole}`];
}

/** What refers to a record has the name of that already, or would take it. */
function isValue({ $ref, anyOf }: Schema): boolean {
  return !$ref && !anyOf;
}

function pascal(words: string): string {
  return words.replace(/(?:^|[^A-Za-z0-9]+)(\w?)/g, (_, letter: string) => letter.toUpperCase());
}
