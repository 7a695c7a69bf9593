import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { operationsOf } from './openapi.operations.js';
import { takes, walkSchemas } from './openapi.walk.js';

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, EnumSchema>>;
  additionalProperties?: unknown;
}

interface EnumSchema {
  type?: string | string[];
  enum?: (string | null)[];
  readonly items?: EnumSchema;
}

/** Closes every object schema, so that no answer can hold a member that the document does not name. */
export function closeSchemas(document: OpenAPIObject): OpenAPIObject {
  for (const object of schemasOf(document)) {
    if (object.properties) object.additionalProperties ??= false;
  }
  return document;
}

/** What is measured; every other number is counted, and is whole in answers as it is in what comes in. */
const MEASURED = ['latitude', 'longitude', 'value', 'max'];

/** Says of what is counted that it is whole: the compiler knows numbers of one kind only. */
export function countInWholes(document: OpenAPIObject): OpenAPIObject {
  walkSchemas(document, (schema, name, whole) => {
    // What any field may hold can be measured too.
    if (!takes(schema, 'number') || MEASURED.includes(name) || whole?.properties?.[name]?.anyOf) return;
    const types = [schema.type!].flat().map((type) => (type === 'number' ? 'integer' : type));
    schema.type = types.length === 1 ? types[0]! : types;
  });
  return document;
}

/** Puts the values of every enumeration in the order in which inputs list them: the compiler keeps none for types. */
export function orderEnumerations(document: OpenAPIObject): OpenAPIObject {
  const orders = new Map(listsOfInputs().map((values) => [keyOf(values), values]));
  for (const schema of [...schemasOf(document).flatMap(propertiesOf), ...parametersOf(document)])
    for (const one of [schema, schema.items]) if (one?.enum) one.enum = inOrder(one.enum, orders);
  return document;
}

function inOrder(values: (string | null)[], orders: ReadonlyMap<string, string[]>): (string | null)[] {
  const known = orders.get(keyOf(values.filter((value) => value !== null)));
  return known ? [...known, ...values.filter((value) => value === null)] : values;
}

function keyOf(values: readonly string[]): string {
  return values.toSorted().join();
}

function listsOfInputs(): string[][] {
  const rules = [...(getMetadataStorage() as unknown as Rules).validationMetadatas.values()].flat();
  return rules.filter(({ name }) => name === 'isIn').map(({ constraints }) => [...constraints[0]!]);
}

/** What class-validator knows, of which its own types show the rules of one class only. */
interface Rules {
  readonly validationMetadatas: ReadonlyMap<
    unknown,
    { readonly name?: string; readonly constraints: readonly (readonly string[])[] }[]
  >;
}

function schemasOf(document: OpenAPIObject): ObjectSchema[] {
  return Object.values(document.components?.schemas ?? {}) as ObjectSchema[];
}

function propertiesOf({ properties = {} }: ObjectSchema): EnumSchema[] {
  return Object.values(properties);
}

function parametersOf({ paths }: OpenAPIObject): EnumSchema[] {
  return Object.values(paths)
    .flatMap(operationsOf)
    .flatMap(({ parameters = [] }) => parameters)
    .flatMap((parameter) => ('schema' in parameter ? [parameter.schema as EnumSchema] : []));
}
