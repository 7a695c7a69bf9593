import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { placeParts } from './document.js';
import { composeDocuments } from '../src/openapi.document.js';

interface Schema {
  readonly type?: unknown;
  readonly $ref?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
}

interface Operation {
  readonly summary?: string;
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly (Schema & {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
  })[];
  readonly responses: Readonly<
    Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
  >;
}

/** Every object within a value, itself too. */
function partsOf(value: unknown): Schema[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}

interface Document {
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What operations do. */
const VERBS =
  /^(list|read|create|put|patch|archive|delete|restore|transition|move|acknowledge|followUp|rotate|erase|import|merge|undo)[A-Z]/;

describe('the OpenAPI document', () => {
  let documents: Readonly<Record<string, string>>;
  let text: string;
  let operations: (readonly [name: string, operation: Operation])[];
  let properties: (readonly [name: string, property: Schema])[];

  beforeAll(async () => {
    documents = await composeDocuments();
    text = documents['apps/api/openapi.json']!;
    const { paths, components } = placeParts(JSON.parse(text) as OpenAPIObject) as unknown as Document;
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
    );
    properties = Object.entries(components.schemas).flatMap(propertiesOf);
  });

  it('is the one committed, and so is the schema of dossiers; “npm run openapi” writes both', async () => {
    for (const [file, committed] of Object.entries(documents))
      expect([file, await readFile(file, 'utf8')]).toEqual([file, committed]);
  });

  it('says once what is so of many records or operations', () => {
    const { components } = JSON.parse(text) as Document;
    const said = Object.values(components.schemas).flatMap(({ properties = {} }) =>
      Object.values(properties)
        .filter(({ $ref, anyOf }) => !$ref && !anyOf)
        .map((value) => JSON.stringify(value)),
    );
    const times = Map.groupBy(said, (value) => value);
    const often = [...times].filter(([value, { length }]) => (length - 1) * value.length > length * 90 + 300);
    expect(often.map(([value]) => value)).toEqual([]);
    expect(JSON.stringify(JSON.parse(text)).length).toBeLessThan(1_400_000);
  });

  it('says of every operation what it does, in a sentence', () => {
    expect(named(operations, ({ summary }) => !/^[A-Z].*\.$/.test(summary ?? ''))).toEqual([]);
  });

  it('gives every operation a name of its own: a verb and what it is done to', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(ids.filter((id, index) => !id || ids.indexOf(id) < index)).toEqual([]);
    expect(ids.filter((id) => !VERBS.test(id!))).toEqual([]);
  });

  it('names one where one is meant, and many where it lists them', () => {
    const ids = operations.map(([, { operationId }]) => operationId!);
    const ofOne = ids.filter((id) => !/^(list|read|move|import)/.test(id) && !id.endsWith('Series'));
    const ofMany = ids.filter((id) => /^(list|move|import)/.test(id));
    expect(ofOne.filter((id) => id.endsWith('s'))).toEqual([]);
    expect(ofMany.filter((id) => !/(s|People|History|Timeline|Schedule)$/.test(id))).toEqual([]);
  });

  it('puts every operation in one group, in the order of the work, with a sentence each', () => {
    const { tags } = JSON.parse(text) as Document;
    const known = tags.map(({ name }) => name);
    expect(known.slice(0, 10)).toEqual([
      'Visits',
      'Delegations',
      'Agendas',
      'Participants',
      'Forums',
      'Agreements',
      'Outcomes',
      'Follow-ups',
      'Calendars',
      'Directory',
    ]);
    expect(tags.filter(({ description }) => !/^[A-Z].*\.$/.test(description ?? ''))).toEqual([]);
    const inOrder = operations.map(([, operation]) => operation.tags!);
    expect(named(operations, ({ tags: own }) => own?.length !== 1)).toEqual([]);
    expect([...new Set(inOrder.flat())]).toEqual(known);
  });

  it('lets a merge patch take away one language of a text', () => {
    const patches = properties.filter(([name]) => name.startsWith('Patch'));
    const texts = patches.filter(([, { additionalProperties }]) => typeof additionalProperties === 'object');
    expect(texts.length).toBeGreaterThan(20);
    const types = ({ additionalProperties }: Schema): unknown => (additionalProperties as Schema).type;
    expect(named(texts, (text) => `${types(text)}` !== 'string,null')).toEqual([]);
  });

  it('lists the codes of problems wherever one is named', () => {
    const lists = properties.filter(([name]) => /^Problem(?:KindItem|KindView)?\.code$/.test(name));
    expect(lists.map(([, { enum: codes = [] }]) => codes.length > 100)).toEqual([true, true, true]);
  });

  it('describes every parameter', () => {
    const parameters = operations.flatMap(([name, { parameters = [] }]) =>
      parameters.map((parameter) => [`${name}: ${parameter.name}`, parameter] as const),
    );
    expect(named(parameters, ({ description }) => !description)).toEqual([]);
  });

  it('says of the entries of lists what is true of them, and not of the lists', () => {
    const lists = partsOf(JSON.parse(text)).filter(({ type, items }) => type === 'array' && items);
    const ofEntries = ['minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum', 'enum'];
    expect(lists.length).toBeGreaterThan(100);
    expect(lists.filter((list) => ofEntries.some((word) => word in list))).toEqual([]);
    const { parameters } = operations.find(([name]) => name === 'get /v1/changes')![1];
    expect(parameters!.find(({ name }) => name === 'kind')!.schema).toMatchObject({
      type: 'array',
      items: { type: 'string', maxLength: 40 },
    });
  });

  it('describes every answer and gives its shape', () => {
    const answers = operations.flatMap(([name, { responses }]) =>
      Object.entries(responses).map(([status, answer]) => [`${name}: ${status}`, answer] as const),
    );
    const shapeless = answers.filter(
      ([name, { content }]) =>
        !/(204|304|308)$/.test(name) && !Object.values(content ?? {}).every(({ schema }) => schema),
    );
    expect([named(answers, ({ description }) => !description), named(shapeless, () => true)]).toEqual([
      [],
      [],
    ]);
    expect(
      named(
        answers.filter(([name]) => !/(204|304|308)$/.test(name)),
        ({ content }) => !content,
      ),
    ).toEqual([]);
  });

  it('names the problems of every operation', () => {
    const problems = ({ responses }: Operation): string[] =>
      Object.keys(responses).filter((one) => one >= '400');
    const without = named(operations, (operation) => problems(operation).length === 0);
    expect(without).toEqual([]);
  });

  it('describes every field', () => {
    expect(named(properties, ({ description, $ref }) => !description && !$ref)).toEqual([]);
  });

  it('gives an example of every field that is not made of others', () => {
    expect(named(properties, (property) => !isComposed(property) && !isExemplified(property))).toEqual([]);
  });

  it('gives examples that fit', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(JSON.parse(text) as object, 'openapi');
    const wrong = properties.filter(([name, { example }]) => {
      const [schema, property, deeper] = name.split('.');
      const ref = `openapi#/components/schemas/${schema}/properties/${property}`;
      return example !== undefined && !deeper && !ajv.validate({ $ref: ref }, example);
    });
    expect(named(wrong, () => true)).toEqual([]);
  });
});

function propertiesOf([name, { properties = {}, items }]: [string, Schema]): [string, Schema][] {
  const own = Object.entries(properties).flatMap(([property, schema]) => [
    [`${name}.${property}`, schema] as [string, Schema],
    ...propertiesOf([`${name}.${property}`, schema]),
  ]);
  return items ? [...own, ...propertiesOf([`${name}[]`, items])] : own;
}

function isComposed({ $ref, anyOf, allOf, items, properties }: Schema): boolean {
  return Boolean($ref ?? anyOf ?? allOf ?? items?.$ref ?? items?.oneOf ?? items?.properties ?? properties);
}

function isExemplified({ example, enum: values }: Schema): boolean {
  return example !== undefined || values !== undefined;
}

function named<T>(entries: readonly (readonly [string, T])[], isWrong: (entry: T) => boolean): string[] {
  return entries.filter(([, entry]) => isWrong(entry)).map(([name]) => name);
}
