import { type Document, type Schema, resolve } from './document.js';
import type { Records } from './records.js';

const DEEPEST = 4;

/** Which records a field means, by its name; the first that fits. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/place|country|origin|from|to/i, 'places'],
  [/topic/i, 'topics'],
  [/series/i, 'forum-series'],
  [/person|owner|onBehalf/i, 'people'],
  [/delegation/i, 'delegations'],
  [/agreement/i, 'agreements'],
  [/outcome/i, 'outcomes'],
  [/event|parent/i, 'forums'],
  [/organization|host|organizer|party/i, 'organizations'],
];

/** A value with every field that a schema names. */
export function sampleOf(
  document: Document,
  records: Records,
  given: Schema | undefined,
  name = '',
  depth = 0,
): unknown {
  const schema = resolve(document, given);
  const of = (inner: Schema | undefined, called: string): unknown =>
    sampleOf(document, records, inner, called, depth + 1);
  const type = [schema.type].flat().find((one) => one !== 'null');
  if (type === 'object' && schema.properties && depth < DEEPEST)
    return Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, of(value, key)]));
  if (schema.format === 'uuid' || schema.format === 'id-or-name') return idFor(records, name);
  if (type === 'array') return sampleList(document, schema, () => of(schema.items, name));
  if (schema.example !== undefined) return schema.example;
  const plain: Record<string, unknown> = { string: 'x', integer: 1, number: 1, boolean: true };
  return schema.enum?.[0] ?? plain[String(type)] ?? null;
}

function sampleList(document: Document, schema: Schema, item: () => unknown): unknown {
  const { format, properties } = resolve(document, schema.items);
  return format === 'uuid' || properties ? [item()] : (schema.example ?? [item()]);
}

function idFor(records: Records, name: string): string {
  const [, collection] = MEANT.find(([pattern]) => pattern.test(name)) ?? [null, 'places'];
  return records[collection]!;
}
