import type { OpenAPIObject } from '@nestjs/swagger';
import { EVENT, EventItem } from '#events';
import {
  AllowedMoveView,
  type RecordKind,
  StatusChangeView,
  StatusStepView,
  TransitionDto,
  TransitionsView,
  statusesOf,
} from '#records';

interface StatusSchema {
  readonly type?: string | readonly string[];
  readonly items?: StatusSchema;
  enum?: (string | null)[];
}

/** Where kinds of record share a shape: the library that it stands in knows none of them, so no statuses either. */
const OF_ANY_KIND: readonly (readonly [shape: { readonly name: string }, properties: readonly string[]])[] = [
  [AllowedMoveView, ['to']],
  [StatusChangeView, ['from', 'to']],
  [StatusStepView, ['from', 'to']],
  [TransitionDto, ['to']],
  [TransitionsView, ['status']],
];

/** Lists the statuses of all kinds of record that share a shape, where it says no more than that there is one. */
export function documentStatuses(document: OpenAPIObject, kinds: readonly RecordKind[]): OpenAPIObject {
  const ofAny = statusesOf(kinds);
  const ofEvents = statusesOf(kinds.filter(({ table }) => table === EVENT.table));
  for (const [shape, properties] of OF_ANY_KIND)
    for (const property of properties) enumerate(propertyOf(document, shape.name, property), ofAny);
  enumerate(propertyOf(document, EventItem.name, 'status'), ofEvents);
  enumerate(filterOfEvents(document), ofEvents);
  return document;
}

function enumerate(schema: StatusSchema, statuses: readonly string[]): void {
  schema.enum = schema.type?.includes('null') ? [...statuses, null] : [...statuses];
}

function propertyOf(document: OpenAPIObject, shape: string, property: string): StatusSchema {
  const schema = document.components!.schemas![shape] as {
    readonly properties: Readonly<Record<string, StatusSchema>>;
  };
  return schema.properties[property]!;
}

function filterOfEvents({ paths }: OpenAPIObject): StatusSchema {
  const [, events] = Object.entries(paths).find(([path]) => path.endsWith('/events'))!;
  const parameter = events.get!.parameters!.find((one) => 'name' in one && one.name === 'status');
  return (parameter as { readonly schema: StatusSchema }).schema.items!;
}
