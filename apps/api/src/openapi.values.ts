import type { OpenAPIObject } from '@nestjs/swagger';
import { DURATION_PATTERN, PARTIAL_DATE_PATTERN, UUID } from '#vocabulary';
import { type Schema, takes, walkSchemas } from './openapi.walk.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
/** What has one shape wherever it is told. */
const PATTERNS = [PARTIAL_DATE_PATTERN, DURATION_PATTERN];

/** Says of every text what its example shows: that it is an id, an instant, a date as far as it is known, or a duration. */
export function exemplifiedValues(document: OpenAPIObject): OpenAPIObject {
  walkSchemas(document, (schema) => {
    const { example, items } = schema;
    if (items && Array.isArray(example)) describeAs(example[0], items);
    else describeAs(example, schema);
  });
  return document;
}

function describeAs(example: unknown, schema: Schema): void {
  if (!takes(schema, 'string') || typeof example !== 'string' || isSaid(schema)) return;
  if (UUID.test(example)) schema.format = 'uuid';
  else if (INSTANT.test(example)) schema.format = 'date-time';
  else schema.pattern = PATTERNS.find((pattern) => new RegExp(pattern).test(example));
}

/** Says of the entries of a list what is said of each: the compiler takes it as said of the list. */
export function describeEntries(document: OpenAPIObject): OpenAPIObject {
  walkSchemas(document, (schema) => {
    if (!takes(schema, 'array') || !schema.items) return;
    const { minLength, maxLength, pattern, format, minimum, maximum } = schema;
    const said = Object.entries({ minLength, maxLength, pattern, format, minimum, maximum });
    for (const [word, value] of said.filter(([, one]) => one !== undefined)) {
      Object.assign(schema.items, { [word]: value });
      Reflect.deleteProperty(schema, word);
    }
  });
  return document;
}

function isSaid({ format, pattern, enum: words }: Schema): boolean {
  return format !== undefined || pattern !== undefined || words !== undefined;
}

/** Puts what is always there before what may be left out, and the id first. */
export function orderProperties(document: OpenAPIObject): OpenAPIObject {
  walkSchemas(document, (schema) => {
    if (!schema.properties) return;
    const rank = (name: string): number => (!schema.required?.includes(name) ? 2 : name === 'id' ? 0 : 1);
    const ranked = Object.entries(schema.properties).sort(([a], [b]) => rank(a) - rank(b));
    schema.properties = Object.fromEntries(ranked);
    schema.required?.sort((a, b) => rank(a) - rank(b));
  });
  return document;
}

/** Says of a word that has no other in its place that it is constant. */
export function nameConstants(document: OpenAPIObject): OpenAPIObject {
  walkSchemas(document, (schema) => {
    if (schema.enum?.length !== 1) return;
    schema.const = schema.enum[0];
    delete schema.enum;
  });
  return document;
}
