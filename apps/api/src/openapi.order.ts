import type { OpenAPIObject } from '@nestjs/swagger';
import { rankOfCollection, rankOfGroup } from './openapi.groups.js';
import { METHODS, type Parameter, type PathItem, operationsOf } from './openapi.operations.js';

/** Puts addresses in the order of the work and components in that of the alphabet, whatever order modules are composed in. */
export function orderDocument(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths).map(
    ([path, item]) => [path, item, rankOfPath(path, item)] as const,
  );
  paths.sort(([, , a], [, , b]) => (a < b ? -1 : 1));
  document.paths = Object.fromEntries(paths.map(([path, item]) => [path, orderMethods(item)]));
  document.components = { ...document.components, schemas: inOrder(document.components?.schemas ?? {}) };
  return document;
}

/** What is done with every kind of record: before what its records have of their own. */
const OF_EVERY_KIND = ['transitions', 'restore', 'history', 'citations'];

/** By group, then the collection that the group is named after, the record, what is done with it, and its parts. */
function rankOfPath(path: string, item: PathItem): string {
  const group = rankOfGroup(operationsOf(item)[0]?.tags?.[0]);
  const [collection = '', ...rest] = path.replace(/^\/v1\//, '').split('/');
  const steps = rest.map((step) => {
    const known = OF_EVERY_KIND.indexOf(step);
    return known < 0 ? step.replace(/^\{\w+\}/, '') : `!${known}`;
  });
  return [twoDigits(group), twoDigits(rankOfCollection(collection)), collection, ...steps].join('/');
}

function twoDigits(rank: number): string {
  return `${rank}`.padStart(2, '0');
}

function orderMethods(item: PathItem): PathItem {
  const known = METHODS.filter((method) => item[method]).map((method) => [method, item[method]]);
  for (const { parameters } of operationsOf(item))
    parameters?.sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  return { ...(Object.fromEntries(known) as PathItem), ...item };
}

const PAGING = ['fields', 'sort', 'limit', 'cursor', 'count', 'archived', 'updatedSince'];

/** The address first, whole before part; what narrows a list, by name, then how it is paged; headers last. */
function rankOf(parameter: Parameter): string {
  if (!('in' in parameter)) return '';
  const { in: where, name } = parameter;
  if (where === 'path') return `0 ${name === 'id' ? 1 : 0} ${name}`;
  if (where === 'header') return `2 ${name}`;
  return PAGING.includes(name) ? `1 1 ${PAGING.indexOf(name)}` : `1 0 ${name}`;
}

/** Components in the order of the alphabet. */
export function inOrder<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
