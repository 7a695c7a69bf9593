import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  type Caller,
  type Database,
  Refusal,
  type Transaction,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import type { FindOneOptions } from 'typeorm';
import { Event, EventLeg } from './event.entity.js';
import { type EventKind, eventKindOf } from './event.rules.js';
import type { RecordedEvent } from './events.writer.js';

/** Which event the address of a part names: its kind and id. */
export interface EventAt {
  readonly kind: EventKind;
  readonly eventId: string;
}

/** The event of the address, as a parameter of a route under `EVENT_ROUTE`. */
export const At = createParamDecorator((_: unknown, context: ExecutionContext): EventAt => {
  const { params } = context.switchToHttp().getRequest<{ params: { kind: string; eventId: string } }>();
  return { kind: eventKindOf(params.kind), eventId: params.eventId };
});

/** What the address of a part of an event says, with the kind of the event for the segment that names it. */
export function partAt(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return { ...parameters, kind: eventKindOf(parameters.kind!) };
}

const visibleEvent = statement(
  'event-at',
  sql`select to_json(true) from visible_events(:caller) own where own.id = :eventId and own.kind = :kind`,
);

/**
 * Makes sure that the caller may see the event of an address whose parts are listed.
 * @throws Refusal `record.unknown` where there is no event of this kind for this caller
 */
export async function assertVisible(database: Database, at: EventAt, caller: Caller): Promise<void> {
  if (!(await database.readValue(visibleEvent, caller, { ...at }))) throw unknownRecord(at.kind);
}

/**
 * Reads the event of an address before a part of it is written.
 * @throws Refusal `record.unknown` where there is no event of this kind, `record.archived` where it was put away
 */
export function requireEvent(tx: Transaction, at: EventAt): Promise<RecordedEvent> {
  return readEvent(tx, at, {});
}

/** Like `requireEvent`, and makes others who lock it wait: for parts that depend on each other. */
export function lockEvent(tx: Transaction, at: EventAt): Promise<RecordedEvent> {
  return readEvent(tx, at, { lock: { mode: 'for_no_key_update' } });
}

async function readEvent(
  tx: Transaction,
  { kind, eventId }: EventAt,
  options: Pick<FindOneOptions<Event>, 'lock'>,
): Promise<RecordedEvent> {
  const event = await tx.findOne(Event, { where: { id: eventId, kind }, ...options });
  if (!event) throw unknownRecord(kind);
  if (event.archivedAt) throw new Refusal('record.archived', `This ${kind} is archived; restore it first.`);
  const legs = await tx.find(EventLeg, { where: { eventId }, order: { position: 'ASC' } });
  return { id: event.id, timeZone: event.timeZone, legs };
}
