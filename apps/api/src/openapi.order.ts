import type { OpenAPIObject } from '@nestjs/swagger';
import { METHODS, type Parameter, type PathItem, operationsOf } from './openapi.operations.js';

/** Puts addresses and schemas in the order of the alphabet, whatever order controllers and modules are composed in. */
export function orderDocument(document: OpenAPIObject): OpenAPIObject {
  document.paths = inOrder(document.paths, orderMethods);
  document.components = { ...document.components, schemas: inOrder(document.components?.schemas ?? {}) };
  return document;
}

function orderMethods(item: PathItem): PathItem {
  const known = METHODS.filter((method) => item[method]).map((method) => [method, item[method]]);
  for (const { parameters } of operationsOf(item))
    parameters?.sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  return { ...(Object.fromEntries(known) as PathItem), ...item };
}

const PAGING = ['sort', 'limit', 'cursor', 'count', 'archived', 'updatedSince'];

/** The address first, whole before part; what narrows a list, by name, then how it is paged; headers last. */
function rankOf(parameter: Parameter): string {
  if (!('in' in parameter)) return '';
  const { in: where, name } = parameter;
  if (where === 'path') return `0 ${name === 'id' ? 1 : 0} ${name}`;
  if (where === 'header') return `2 ${name}`;
  return PAGING.includes(name) ? `1 1 ${PAGING.indexOf(name)}` : `1 0 ${name}`;
}

function inOrder<T>(
  entries: Readonly<Record<string, T>>,
  change = (entry: T): T => entry,
): Record<string, T> {
  const sorted = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, entry]) => [key, change(entry)]));
}
