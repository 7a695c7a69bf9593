import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];

const METHODS = ['get', 'post', 'patch', 'delete'] as const;

/** Puts addresses and schemas in the order of the alphabet, whatever order controllers and modules are composed in. */
export function orderDocument(document: OpenAPIObject): OpenAPIObject {
  document.paths = inOrder(document.paths, orderMethods);
  document.components = { ...document.components, schemas: inOrder(document.components?.schemas ?? {}) };
  return document;
}

function orderMethods(item: PathItem): PathItem {
  const known = METHODS.filter((method) => item[method]).map((method) => [method, item[method]]);
  return { ...(Object.fromEntries(known) as PathItem), ...item };
}

function inOrder<T>(
  entries: Readonly<Record<string, T>>,
  change = (entry: T): T => entry,
): Record<string, T> {
  const sorted = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, entry]) => [key, change(entry)]));
}
