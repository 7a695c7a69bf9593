import type { OpenAPIObject } from '@nestjs/swagger';
import { EVENT } from '#events';
import { ChangeView, type RecordKind, statusesOf, wordOf } from '#records';
import { statesOf } from '#vocabulary';
import type { Operation } from './openapi.operations.js';
import { type Schema, schemasOf, takes, walkSchemas } from './openapi.walk.js';

/** Lists the statuses that a record can have, from the lifecycles of the kinds, wherever nothing says of which kind it is. */
export function documentStatuses(document: OpenAPIObject, kinds: readonly RecordKind[]): OpenAPIObject {
  for (const kind of kinds.filter(({ lifecycle }) => lifecycle)) documentMove(document, kind);
  const ofAny = statusesOf(kinds);
  const ofEvents = statusesOf(kinds.filter(({ table }) => table === EVENT.table));
  walkSchemas(document, (schema, name, whole) => {
    if (schema.enum || !takes(schema, 'string') || !isStatus(schema, name, ofAny)) return;
    const statuses = whole && !isEvent(whole) ? ofAny : ofEvents;
    schema.enum = takes(schema, 'null') ? [...statuses, null] : [...statuses];
  });
  documentKinds(
    document,
    kinds
      .filter(({ shapes }) => shapes)
      .map(wordOf)
      .sort(),
  );
  return document;
}

function isStatus({ example }: Schema, name: string, known: readonly string[]): boolean {
  if (name === 'from' || name === 'to') return known.includes(example as string);
  return name === 'status' || name === 'allowed';
}

/** A list of events is filtered by what visits and forums have in common, and so is what refers to one. */
function isEvent({ properties }: Schema): boolean {
  return properties?.kind?.enum?.join() === 'visit,forum';
}

/** Gives the moves of a kind a body of their own: of what it can become. */
function documentMove(document: OpenAPIObject, kind: RecordKind): void {
  const states = statesOf(kind.lifecycle!);
  const schemas = schemasOf(document);
  for (const operation of movesOf(document, kind)) {
    const body = operation.requestBody as { content: Record<string, { schema: Schema }> };
    const { schema } = body.content['application/json']!;
    const name = `Transition${kind.name.replace(/(?:^|[ -])(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
    schemas[name] ??= structuredClone(schemas[schema.$ref!.split('/').at(-1)!]!);
    Object.assign(schemas[name].properties!.to!, { enum: [...states], example: states[1] });
    schema.$ref = `#/components/schemas/${name}`;
  }
}

function movesOf({ paths }: OpenAPIObject, { address }: RecordKind): Operation[] {
  const pattern = address.replace(/:kind\([^)]*\)/, '(visits|forums)').replaceAll(/:\w+/g, '\\{\\w+\\}');
  const moves = new RegExp(`^/v1/${pattern}/\\{id\\}/transitions$`);
  return Object.entries(paths).flatMap(([path, { post }]) => (post && moves.test(path) ? [post] : []));
}

/** Lists the kinds of record of which changes are told. */
function documentKinds(document: OpenAPIObject, words: readonly string[]): void {
  schemasOf(document)[ChangeView.name]!.properties!.kind!.enum = [...words];
  const [, { get }] = Object.entries(document.paths).find(([path]) => path.endsWith('/changes'))!;
  const parameter = get!.parameters!.find((one) => 'name' in one && one.name === 'kind');
  (parameter as unknown as { readonly schema: { readonly items: Schema } }).schema.items.enum = [...words];
}
