import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemCatalog } from '#platform';
import { type Parameter, operationsOf } from './openapi.operations.js';

/** Says of the segments of addresses what they are, and what shape they have. */
export function documentPaths(document: OpenAPIObject, catalog: ProblemCatalog): OpenAPIObject {
  const codes = catalog.all().map(({ code }) => code);
  for (const operation of Object.values(document.paths).flatMap(operationsOf))
    for (const parameter of operation.parameters ?? []) describePath(parameter, codes);
  return document;
}

type PathSchema =
  | { type: 'string'; format?: string; pattern?: string; enum?: string[] }
  | { type: 'integer'; minimum: number; maximum: number };

function schemaOf(name: string, codes: readonly string[]): PathSchema | undefined {
  if (/^id$|Id$|^fingerprint$/.test(name)) return { type: 'string', format: 'uuid' };
  if (name === 'secret') return { type: 'string', pattern: '^[\\w-]{1,500}$' };
  if (name === 'code') return { type: 'string', enum: [...codes] };
  return name === 'number' ? { type: 'integer', minimum: 1, maximum: 2_147_483_647 } : undefined;
}

/** What the segments of the address are: `id`, or `memberId` of a record within a record. */
function describePath(parameter: Parameter, codes: readonly string[]): void {
  if (!('in' in parameter) || parameter.in !== 'path') return;
  const of = /^(\w+)Id$/.exec(parameter.name)?.[1];
  const what = of ? `The id of the ${of}.` : PATH[parameter.name];
  if (what) parameter.description ??= what;
  parameter.schema = schemaOf(parameter.name, codes) ?? parameter.schema ?? {};
}

const PATH: Readonly<Record<string, string>> = {
  id: 'The id of the record.',
  number: 'Which version it is.',
  fingerprint: 'What the conflict is known by.',
  code: 'The stable code that a refusal carries.',
  secret: 'What the address was made with, and shown once.',
  kind: 'Which kind of event.',
};
