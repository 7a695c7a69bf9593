import type { Method } from './answer.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly example?: unknown;
}

interface Content {
  readonly schema?: { readonly $ref?: string };
}

interface Answered {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Content>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Answered>>;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  readonly components: {
    readonly parameters?: Readonly<Record<string, Parameter>>;
    readonly responses?: Readonly<Record<string, Answered>>;
  };
}

/** A request as Swagger UI would send it, with nothing filled in by hand. */
export interface Example {
  /** The operation, and the media type where there are several bodies. */
  readonly of: string;
  readonly method: Method;
  /** The address as it is documented. */
  readonly path: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The schema of what it is answered with in JSON, by status. */
  readonly answers: Readonly<Record<string, string>>;
  /** What is required and has no example. */
  readonly lacking: readonly string[];
}

/** Every request that a document shows. */
export function examplesOf({ paths, components }: Described): Example[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      bodiesOf(operation).map(([type, body]) => {
        const parameters = (operation.parameters ?? []).map((one) =>
          '$ref' in one ? components.parameters![one.$ref.split('/').at(-1)!]! : one,
        );
        const answers = answersOf(operation, components.responses);
        return { ...toExample(method as Method, path, parameters, type, body), answers };
      }),
    ),
  );
}

function answersOf({ responses }: Operation, shared: Readonly<Record<string, Answered>> = {}) {
  return Object.fromEntries(
    Object.entries(responses).flatMap(([status, own]) => {
      const { content } = own.$ref ? shared[own.$ref.split('/').at(-1)!]! : own;
      const schema = content?.['application/json']?.schema?.$ref?.split('/').at(-1);
      return schema ? [[status, schema]] : [];
    }),
  );
}

/** Bodies by media type; a file that is no text, and only its owner has, cannot be shown. */
function bodiesOf({ requestBody }: Operation): [type: string | null, body: unknown][] {
  if (!requestBody) return [[null, undefined]];
  return Object.entries(requestBody.content)
    .filter(([type, { example }]) => example !== undefined || /json$|^text\//.test(type))
    .map(([type, { example }]) => [type, example]);
}

function toExample(
  method: Method,
  path: string,
  parameters: readonly Parameter[],
  type: string | null,
  body: unknown,
): Omit<Example, 'answers'> {
  const given = parameters.filter(({ example }) => example !== undefined);
  const missing = parameters.filter(({ required, example }) => required && example === undefined);
  const of = (where: string): [string, string][] =>
    given.filter((one) => one.in === where).map(({ name, example }) => [name, String(example)]);
  const at = of('path').reduce((url, [name, value]) => url.replace(`{${name}}`, value), path);
  const query = new URLSearchParams(of('query')).toString();
  return {
    of: `${method} ${path}${type ? ` ${type}` : ''}`,
    method,
    path,
    url: query ? `${at}?${query}` : at,
    headers: { ...Object.fromEntries(of('header')), ...(type ? { 'content-type': type } : {}) },
    body,
    lacking: [...missing.map(({ name }) => name), ...(type && body === undefined ? ['body'] : [])],
  };
}
