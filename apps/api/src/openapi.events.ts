import type { OpenAPIObject } from '@nestjs/swagger';
import { EVENT } from '#events';
import { METHODS, type Operation, type PathItem } from './openapi.operations.js';

const KINDS = [
  { segment: 'visits', group: 'Visits', event: 'visit' },
  { segment: 'forums', group: 'Forums', event: 'forum' },
] as const;

/** The group of parts that have none of their own: they stand with their event. */
const PARTS = EVENT.tag;

/** Documents the parts of events, which visits and forums share, at both of their addresses. */
export function spreadEventPaths(document: OpenAPIObject): OpenAPIObject {
  document.paths = Object.fromEntries(Object.entries(document.paths).flatMap(spread));
  return document;
}

function spread([path, item]: [string, PathItem]): [string, PathItem][] {
  if (!path.includes('/{kind}/{eventId}/')) return [[path, item]];
  return KINDS.map((kind) => [path.replace('{kind}', kind.segment), describeItem(item, kind)]);
}

function describeItem(item: PathItem, { group, event }: (typeof KINDS)[number]): PathItem {
  const described: PathItem = {};
  for (const method of METHODS) {
    const operation = item[method];
    if (operation) described[method] = describe(structuredClone(operation), group, event);
  }
  return described;
}

function describe(operation: Operation, group: string, event: string): Operation {
  const eventId = {
    name: 'eventId',
    in: 'path' as const,
    required: true,
    description: `The id of the ${event}.`,
    schema: { type: 'string' as const },
  };
  return {
    ...operation,
    summary: operation.summary?.replace('an event', `a ${event}`) ?? '',
    tags: (operation.tags ?? []).map((tag) => (tag === PARTS ? group : tag)),
    parameters: [
      eventId,
      ...(operation.parameters ?? []).filter((one) => !('name' in one && one.name === 'eventId')),
    ],
  };
}
