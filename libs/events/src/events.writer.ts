import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Clock,
  type RecordKind,
  Records,
  Refusal,
  type Transaction,
  assertValid,
  insertAll,
  insertLinks,
  mergePatch,
  replaceLinks,
  runOften,
} from '#platform';
import type { DeepPartial } from 'typeorm';
import { EarlierDates, type Event, EventLeg } from './event.entity.js';
import { dateErrors } from './event.rules.js';
import type { CreateEvent, LegDto } from './events.dto.js';

/** An event that was just recorded, as its agenda and participants need it. */
export interface RecordedEvent {
  readonly id: string;
  readonly timeZone: string | null;
  /** Its legs in order. */
  readonly legs: readonly EventLeg[];
}

/** The parts of a patch that events look after, beside the columns of their kind. */
export interface EventPatch extends Partial<Omit<CreateEvent, 'legs'>> {
  legs?: LegDto[];
  dateChangeReason?: string | null;
}

/** Writes what visits and forums are alike. */
@Injectable()
export class EventWriter {
  constructor(
    private readonly records: Records,
    private readonly clock: Clock,
  ) {}

  /**
   * Records an event with its legs, topics and first status.
   * @param input what visits and forums share; `columns` is what this kind adds
   */
  async insert<T extends Event>(
    tx: Transaction,
    kind: RecordKind<T>,
    input: CreateEvent & { status: string },
    columns: object,
    caller: Caller,
  ): Promise<RecordedEvent> {
    refuseImpossibleDates(input);
    const { legs = [], topicIds = [], ...fields } = input;
    refuseStrangeLegs(legs, []);
    const timeZone = fields.timeZone ?? (await zoneOf(tx, fields.placeId ?? legs[0]?.placeId));
    const stamp = this.records.stamp(caller);
    const defaults = {
      uid: stamp.id,
      sequence: 0,
      objectives: [],
      visibility: 'internal',
      agendaComplete: false,
    };
    const row = { ...stamp, ...defaults, ...fields, ...columns, timeZone };
    await this.records.insert(tx, kind, row as unknown as DeepPartial<T>, caller);
    const legRows = legs.map((leg, position) => toRow(stamp.id, leg, position));
    await insertAll(tx, EventLeg, legRows);
    await insertLinks(tx, 'event_topics', ['event_id', stamp.id], ['topic_id', topicIds]);
    await this.records.noteFirstStatus(tx, [{ id: stamp.id, status: input.status }], caller);
    return { id: stamp.id, timeZone, legs: legRows };
  }

  /**
   * Applies a merge patch to a locked event: keeps the dates it had, and counts the change in calendars.
   * @throws Refusal where the event would end before it starts, or a leg that agenda items use is taken away
   */
  async patch<T extends Event>(
    tx: Transaction,
    kind: RecordKind<T>,
    event: T,
    patch: EventPatch,
    caller: Caller,
  ): Promise<T> {
    refuseImpossibleDates({ starts: event.starts, ends: event.ends, ...patch });
    const { legs, topicIds, dateChangeReason = null, ...fields } = patch;
    const changes = mergePatch(event, fields, kind.input) as Partial<T>;
    const moved =
      legs !== undefined || MOVING.some((column) => column in changes && changes[column] !== event[column]);
    if (movesDates(event, changes)) await this.keepDates(tx, event, dateChangeReason, caller);
    const changed = await this.records.update(
      tx,
      kind,
      event,
      { ...changes, ...(moved ? { sequence: event.sequence + 1 } : {}) },
      caller,
    );
    if (topicIds) await replaceLinks(tx, 'event_topics', ['event_id', event.id], ['topic_id', topicIds]);
    if (legs) await replaceLegs(tx, event.id, legs);
    return changed;
  }

  private async keepDates(
    tx: Transaction,
    event: Event,
    reason: string | null,
    caller: Caller,
  ): Promise<void> {
    const { starts, ends } = event;
    const changedAt = this.clock.now();
    await tx.insert(EarlierDates, {
      id: randomUUIDv7(),
      eventId: event.id,
      starts,
      ends,
      changedAt,
      changedById: caller.actor!.id,
      reason,
    });
  }
}

const MOVING = ['starts', 'ends', 'timeZone', 'placeId'] as const;

function movesDates(event: Event, changes: Partial<Event>): boolean {
  return (['starts', 'ends'] as const).some(
    (column) => column in changes && changes[column] !== event[column],
  );
}

function refuseImpossibleDates({ starts, ends, legs = [] }: EventPatch): void {
  const errors = [
    ...dateErrors({ starts, ends }),
    ...legs.flatMap((leg, index) => dateErrors(leg, `/legs/${index}`)),
  ];
  assertValid(errors);
}

function toRow(
  eventId: string,
  { id = randomUUIDv7(), placeId = null, starts = null, ends = null }: LegDto,
  position: number,
): EventLeg {
  return { id, eventId, position, placeId, starts, ends };
}

/** The zone of the nearest place around this one that has one. */
async function zoneOf(tx: Transaction, placeId: string | null | undefined): Promise<string | null> {
  if (!placeId) return null;
  const { rows } = await runOften<{ zone: string | null }>(tx, 'select public.zone_of_place($1) as zone', [
    placeId,
  ]);
  return rows[0]!.zone;
}

async function replaceLegs(tx: Transaction, eventId: string, legs: readonly LegDto[]): Promise<void> {
  const rows = legs.map((leg, position) => toRow(eventId, leg, position));
  const present = await tx.findBy(EventLeg, { eventId });
  refuseStrangeLegs(legs, present);
  const gone = present.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => id);
  if (gone.length > 0)
    await tx.query('delete from event_legs where id = any ($1)', [gone]).catch(refuseLegInUse);
  const isPresent = ({ id }: EventLeg): boolean => present.some((leg) => leg.id === id);
  await tx.query(
    `update event_legs l set position = n.position, place_id = n."placeId", starts = n.starts, ends = n.ends
     from json_to_recordset($1) n(id uuid, position integer, "placeId" uuid, starts text, ends text) where l.id = n.id`,
    [JSON.stringify(rows.filter(isPresent))],
  );
  await insertAll(
    tx,
    EventLeg,
    rows.filter((row) => !isPresent(row)),
  );
}

/** Each leg that is named by its id is one of the event's, and named once. */
function refuseStrangeLegs(legs: readonly LegDto[], present: readonly { id: string }[]): void {
  const ids = legs.map(({ id }) => id);
  const isStrange = (id: string, index: number): boolean =>
    ids.indexOf(id) < index || !present.some((leg) => leg.id === id);
  assertValid(
    ids.flatMap((id, index) =>
      id && isStrange(id, index)
        ? [{ pointer: `/legs/${index}/id`, detail: STRANGE_LEG, code: 'unknown-leg' }]
        : [],
    ),
  );
}

const STRANGE_LEG = 'This is no leg of this event, or named before; leave the id out to add one.';

function refuseLegInUse(error: Error & { code?: string }): never {
  if (error.code === '23503')
    throw new Refusal(
      'event.leg-in-use',
      'Agenda items belong to a leg that would be removed; move them to another leg first.',
    );
  throw error;
}
