import type { Client } from '../traffic/client.js';

/** What a value may be, as far as it is looked at here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}

/** One method of one address of the interface. */
export interface Operation {
  readonly method: string;
  readonly template: string;
  readonly parameters: readonly Parameter[];
  /** What its body is to be; null where it takes none. */
  readonly body: Schema | null;
}

interface Described {
  parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** The interface as it describes itself. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
}

/** Reads how the interface describes itself. */
export async function readDocument(client: Client): Promise<Document> {
  const { json } = await client.json<Document>('GET', '/openapi.json');
  const { paths, components } = json!;
  const place = (parameter: Parameter & { $ref?: string }): Parameter =>
    parameter.$ref ? components.parameters![parameter.$ref.split('/').at(-1)!]! : parameter;
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item)))
    operation.parameters = (operation.parameters ?? []).map(place);
  return json!;
}

/** Every operation of the interface: those that make something first, those that put something away last. */
export function operationsOf({ paths }: Document): Operation[] {
  const operations = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, described]) =>
      toOperation(template, method.toUpperCase(), described),
    ),
  );
  const order = ['POST', 'GET', 'PATCH', 'DELETE'];
  const rank = ({ method, template }: Operation): number => order.indexOf(method) * 1000 + template.length;
  return operations.sort((a, b) => rank(a) - rank(b));
}

function toOperation(
  template: string,
  method: string,
  { parameters = [], requestBody }: Described,
): Operation {
  const media = Object.values(requestBody?.content ?? {})[0];
  return { method, template, parameters, body: media?.schema ?? null };
}

/** A schema itself, where it is named only. */
export function resolve(document: Document, schema: Schema = {}): Schema {
  return schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)!]! : schema;
}
