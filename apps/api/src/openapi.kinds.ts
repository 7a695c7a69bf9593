import type { OpenAPIObject } from '@nestjs/swagger';
import { AUDIT_SUBJECTS } from '#identity';
import { OTHER_ROWS } from '#privacy';
import { type AnyRoutedKind, type RecordKind, wordOf } from '#records';
import { type Schema, schemasOf, takes, walkSchemas } from './openapi.walk.js';

/** Lists the kinds of record wherever one is named, and says of a record of which kind it is at its own address. */
export function documentKinds(document: OpenAPIObject, kinds: readonly RecordKind[]): OpenAPIObject {
  const names = kinds.map(({ name }) => name).toSorted();
  const words = kinds.map(wordOf).toSorted();
  walkSchemas(document, (schema, name) => {
    const said = schema.example as string;
    // What takes any line of text refuses no word of it.
    if (schema.enum || schema.maxLength || !takes(schema, 'string')) return;
    if (name === 'kind' && words.includes(said)) schema.enum = [...words];
    else if ((name === 'kind' || name === 'record') && names.includes(said)) schema.enum = [...names];
    if (name === 'kind' && OTHER_ROWS.includes(said)) schema.enum = [...names, ...OTHER_ROWS].toSorted();
    if (name === 'subjectKind' && names.includes(said))
      schema.enum = [...new Set([...names, ...AUDIT_SUBJECTS]), null];
  });
  for (const kind of kinds.filter(isRouted))
    for (const shape of shapesOf(document, kind)) {
      const own = shape.properties?.kind;
      if (own?.enum?.includes(kind.name)) Object.assign(own, { enum: [kind.name], example: kind.name });
    }
  documentCandidates(document, kinds.filter(isRouted));
  return document;
}

/** Lists of which kinds records with names are themselves, where it is told which of them have a name. */
function documentCandidates(document: OpenAPIObject, kinds: readonly AnyRoutedKind[]): void {
  const named = kinds
    .flatMap((kind) => shapesOf(document, kind))
    .filter(({ properties }) => properties?.names);
  const words = named
    .flatMap(({ properties }) => properties!.kind?.enum ?? [])
    .filter((word) => word !== null);
  const candidate = schemasOf(document).Problem!.properties!.candidates!.items!;
  candidate.properties!.kind!.enum = [...new Set(words), null];
}

function isRouted(kind: RecordKind): kind is AnyRoutedKind {
  return kind.shapes !== null;
}

/** The schemas of one record of a kind, and of one in a list of them. */
function shapesOf(document: OpenAPIObject, { shapes }: AnyRoutedKind): Schema[] {
  const schemas = schemasOf(document);
  const item = schemas[shapes.page.name]?.properties?.items?.items?.$ref?.split('/').at(-1);
  return [shapes.view.name, item].flatMap((name) => (name && schemas[name] ? [schemas[name]] : []));
}
