import type { OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from './openapi.operations.js';

/** A schema as it is described; what is not said of it is left out. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  const?: unknown;
  enum?: (string | null)[];
  description?: string;
  example?: unknown;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** A schema, the name of what it describes, and what that is a member of. */
export type Visit = (schema: Schema, name: string, whole?: Schema) => void;

/** Goes through every schema of a document, those within others too; a list gives its entries its own name. */
export function walkSchemas(document: OpenAPIObject, visit: Visit): void {
  for (const [name, schema] of Object.entries(schemasOf(document))) walk(schema, name, visit);
  for (const operation of Object.values(document.paths).flatMap(operationsOf)) {
    for (const parameter of operation.parameters ?? [])
      if ('schema' in parameter) walk(parameter.schema as Schema, parameter.name, visit);
    for (const schema of bodiesOf(operation)) walk(schema, '', visit);
  }
}

/** The schemas of what an operation takes and answers. */
function bodiesOf({ requestBody, responses }: Operation): Schema[] {
  return [requestBody, ...Object.values(responses)].flatMap((body) =>
    body && 'content' in body ? Object.values(body.content ?? {}).flatMap(({ schema }) => schema ?? []) : [],
  );
}

function walk(schema: Schema, name: string, visit: Visit, whole?: Schema): void {
  visit(schema, name, whole);
  for (const [own, property] of Object.entries(schema.properties ?? {})) walk(property, own, visit, schema);
  const within = [schema.items, schema.additionalProperties, schema.anyOf, schema.oneOf, schema.allOf].flat();
  for (const one of within) if (typeof one === 'object') walk(one, name, visit, whole);
}

/** The schemas that have names. */
export function schemasOf(document: OpenAPIObject): Record<string, Schema> {
  return document.components?.schemas ?? {};
}

/** Whether a schema takes values of a type. */
export function takes({ type }: Schema, wanted: string): boolean {
  return [type].flat().includes(wanted);
}
