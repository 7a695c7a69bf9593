import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Caller, Clock, type Transaction, insertLinksOfAll } from '#platform';
import { type RecordKind, Records, type ReplacedList, mergeShown, replacedLinks } from '#records';
import { assertValid } from '#refusals';
import { In } from 'typeorm';
import { strangeLegErrors } from '../legs/leg.rules.js';
import { insertLegs, replacedLegs } from '../legs/legs.writer.js';
import type { CreateEvent, LegDto } from './event-input.dto.js';
import { EarlierDates, Event } from './event.entity.js';
import { EVENT } from './event.record.js';
import { type EventZone, staleZones, zoneAfter, zonesOf } from './event-zones.js';
import { dateChangeErrors, dateErrors, isDated } from './event.rules.js';
import type { RecordedEvent } from './recorded-event.js';

/** The fields of a patch that events look after, besides the columns of their kind. */
export interface EventPatch extends Partial<Omit<CreateEvent, 'legs'>> {
  legs?: LegDto[];
  dateChangeReason?: string | null;
}

const DEFAULTS = { sequence: 0, objectives: [], agendaComplete: false };

/** Writes what visits and forums have in common. */
@Injectable()
export class EventWriter {
  constructor(
    private readonly records: Records,
    private readonly clock: Clock,
  ) {}

  /**
   * Records events with their legs, topics and first statuses.
   * @param inputs what visits and forums share, and the further columns of this kind
   * @returns them, in the order given
   */
  async insertAll<T extends Event>(
    tx: Transaction,
    kind: RecordKind<T>,
    inputs: readonly (CreateEvent & { status?: string })[],
    caller: Caller,
  ): Promise<RecordedEvent[]> {
    for (const input of inputs) refuseUnwritable(input);
    const zones = await zonesOf(
      tx,
      inputs.map((input) => ({ ...input, firstLegPlaceId: input.legs?.[0]?.placeId })),
    );
    const events = this.records.stampAll(inputs, caller).map(({ id }, at) => ({ id, ...zones[at]! }));
    const rows = inputs.map((input, at) => rowOf(input, events[at]!));
    await this.records.insertAll(tx, kind, rows, caller);
    const legs = await insertLegs(
      tx,
      inputs.map((input, at) => [events[at]!.id, input.legs ?? []]),
    );
    const topics = inputs.map((input, at) => [events[at]!.id, input.topicIds ?? []] as const);
    await insertLinksOfAll(tx, 'event_topics', ['event_id', 'topic_id'], topics);
    return events.map(({ id, timeZone }, at) => ({ id, timeZone, legs: legs[at]! }));
  }

  /**
   * Applies a merge patch to a locked event: keeps the dates it had, and raises its sequence for calendars.
   * @param lists of this kind of event alone
   * @throws Refusal where the event would end before it starts, a reason is given for moving no dates, or a leg that agenda items use is taken away
   */
  async patch<T extends Event>(
    tx: Transaction,
    kind: RecordKind<T>,
    event: T,
    patch: EventPatch,
    caller: Caller,
    lists: readonly ReplacedList[] = [],
  ): Promise<T> {
    refuseImpossibleDates({ starts: event.starts, ends: event.ends, ...patch });
    assertValid(dateChangeErrors(event, patch));
    const { legs, topicIds, dateChangeReason = null, ...fields } = patch;
    const zone = await zoneAfter(tx, event, patch);
    const changes = { ...mergeShown(kind, event, fields, caller), ...zone } as Partial<T>;
    if (isDated(event) && changesAny(event, changes, DATES))
      await this.keepDates(tx, event, dateChangeReason, caller);
    const stops = legs ? [replacedLegs(event.id, legs)] : [];
    const isRescheduled = changesAny(event, changes, WHEN_AND_WHERE) || (await stops[0]?.differs(tx));
    const sequence = event.sequence + (isRescheduled ? 1 : 0);
    const topics = replacedLinks('event_topics', ['event_id', event.id], 'topic_id', ['topicIds', topicIds]);
    return this.records.update(tx, kind, event, { ...changes, sequence }, caller, [
      topics,
      ...stops,
      ...lists,
    ]);
  }

  /** Gives events the zone of their place or first leg, where they derive it and it has become another. */
  async followPlaces(tx: Transaction, ids: readonly string[], caller: Caller): Promise<void> {
    const zones = await staleZones(tx, ids);
    const events = await tx.find(Event, {
      where: { id: In([...zones.keys()]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const event of events) {
      const changes = { timeZone: zones.get(event.id)!, sequence: event.sequence + 1 };
      await this.records.update(tx, EVENT, event, changes, caller);
    }
  }

  private async keepDates(
    tx: Transaction,
    { id: eventId, starts, ends }: Event,
    reason: string | null,
    caller: Caller,
  ): Promise<void> {
    const changed = { changedAt: this.clock.now(), changedById: caller.actor!.id };
    await tx.insert(EarlierDates, { id: randomUUIDv7(), eventId, starts, ends, ...changed, reason });
  }
}

const DATES = ['starts', 'ends'] as const;
const WHEN_AND_WHERE = [...DATES, 'timeZone', 'placeId'] as const;

function changesAny(event: Event, changes: Partial<Event>, columns: readonly (keyof Event)[]): boolean {
  return columns.some((column) => column in changes && changes[column] !== event[column]);
}

function refuseUnwritable(input: CreateEvent): void {
  refuseImpossibleDates(input);
  assertValid(strangeLegErrors(input.legs ?? [], []));
}

/** The row of an event that is recorded, without what is written in other tables. */
function rowOf(
  { legs: _legs, topicIds: _topicIds, ...fields }: CreateEvent,
  { id, ...zone }: { readonly id: string } & EventZone,
): object {
  return { ...DEFAULTS, ...fields, id, uid: id, ...zone };
}

function refuseImpossibleDates({ starts, ends, legs = [] }: EventPatch): void {
  const errors = [
    ...dateErrors({ starts, ends }),
    ...legs.flatMap((leg, index) => dateErrors(leg, `/legs/${index}`)),
  ];
  assertValid(errors);
}
