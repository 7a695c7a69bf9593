import type { OpenAPIObject } from '@nestjs/swagger';
import { METHODS, type Operation, type PathItem } from './openapi.operations.js';

const KINDS = [
  { segment: 'visits', suffix: 'OfVisit', event: 'visit' },
  { segment: 'forums', suffix: 'OfForum', event: 'forum' },
] as const;

/** Documents the parts of events, which visits and forums share, at both of their addresses. */
export function spreadEventPaths(document: OpenAPIObject): OpenAPIObject {
  document.paths = Object.fromEntries(Object.entries(document.paths).flatMap(spread));
  return document;
}

function spread([path, item]: [string, PathItem]): [string, PathItem][] {
  if (!path.includes('/{kind}/{eventId}/')) return [[path, item]];
  return KINDS.map((kind) => [path.replace('{kind}', kind.segment), describeItem(item, kind)]);
}

function describeItem(item: PathItem, { suffix, event }: (typeof KINDS)[number]): PathItem {
  const described: PathItem = {};
  for (const method of METHODS) {
    const operation = item[method];
    if (operation) described[method] = describe(structuredClone(operation), suffix, event);
  }
  return described;
}

function describe(operation: Operation, suffix: string, event: string): Operation {
  const eventId = {
    name: 'eventId',
    in: 'path' as const,
    required: true,
    description: `The id of the ${event}.`,
    schema: { type: 'string' as const },
  };
  return {
    ...operation,
    operationId: `${operation.operationId}${suffix}`,
    parameters: [
      eventId,
      ...(operation.parameters ?? []).filter((one) => !('name' in one && one.name === 'eventId')),
    ],
  };
}
