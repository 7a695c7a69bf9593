import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { SIGNATURE } from '#records';
import { composeDocuments } from '../src/openapi.document.js';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

describe('a record inside the answer about another', () => {
  it('carries no signature, whatever the whole: that is told at its own address', async () => {
    const document = JSON.parse((await composeDocuments())['apps/api/openapi.json']!) as OpenAPIObject;
    const schemas = document.components!.schemas as Record<string, Schema>;
    const wholes = Object.keys(schemas).filter((name) => schemas[name]!.properties?.['version']);
    const signed = wholes.flatMap((name) =>
      partsOf(schemas, name)
        .filter((part) => SIGNATURE.some((field) => schemas[part]!.properties![field]))
        .map((part) => `${name}: ${part}`),
    );
    expect([wholes.length > 60, signed]).toEqual([true, []]);
  });
});

/** The records inside a record, at any depth, by the names of their schemas. */
function partsOf(schemas: Readonly<Record<string, Schema>>, whole: string): string[] {
  const parts = new Set<string>();
  const look = ({ $ref, properties = {}, items, allOf = [], anyOf = [], oneOf = [] }: Schema): void => {
    const name = $ref?.split('/').at(-1);
    if (name && !parts.has(name)) {
      parts.add(name);
      look(schemas[name]!);
    }
    for (const one of [...Object.values(properties), ...allOf, ...anyOf, ...oneOf]) look(one);
    if (items) look(items);
  };
  look(schemas[whole]!);
  return [...parts].filter((name) => schemas[name]!.properties?.['version']);
}
