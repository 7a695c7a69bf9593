import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Caller, Clock, type Transaction, insertLinks } from '#platform';
import { type RecordKind, Records, type ReplacedList, mergePatch, replacedLinks } from '#records';
import { assertValid } from '#refusals';
import { type DeepPartial, In } from 'typeorm';
import { strangeLegErrors } from '../legs/leg.rules.js';
import { insertLegs, replacedLegs } from '../legs/legs.writer.js';
import type { CreateEvent, LegDto } from './event-input.dto.js';
import { EarlierDates, Event } from './event.entity.js';
import { EVENT } from './event.record.js';
import { staleZones, zoneAfter, zoneOf } from './event-zones.js';
import { dateErrors } from './event.rules.js';
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
   * Records an event with its legs, topics and first status.
   * @param input what visits and forums share; `columns` is what this kind adds
   */
  async insert<T extends Event>(
    tx: Transaction,
    kind: RecordKind<T>,
    input: CreateEvent & { status?: string },
    columns: object,
    caller: Caller,
  ): Promise<RecordedEvent> {
    refuseImpossibleDates(input);
    const { legs = [], topicIds = [], ...fields } = input;
    assertValid(strangeLegErrors(legs, []));
    const zone = await zoneOf(tx, { ...fields, firstLegPlaceId: legs[0]?.placeId });
    const { id } = this.records.stampAll([fields], caller)[0]!;
    const row = { ...DEFAULTS, ...fields, ...columns, id, uid: id, ...zone };
    await this.records.insert(tx, kind, row as unknown as DeepPartial<T>, caller);
    const legRows = await insertLegs(tx, id, legs);
    await insertLinks(tx, 'event_topics', ['event_id', id], ['topic_id', topicIds]);
    return { id, timeZone: zone.timeZone, legs: legRows };
  }

  /**
   * Applies a merge patch to a locked event: keeps the dates it had, and raises its sequence for calendars.
   * @param lists of this kind of event alone
   * @throws Refusal where the event would end before it starts, or a leg that agenda items use is taken away
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
    const { legs, topicIds, dateChangeReason = null, ...fields } = patch;
    const zone = await zoneAfter(tx, event, patch);
    const changes = { ...mergePatch(event, fields, kind.shapes!.create), ...zone } as Partial<T>;
    if (changesAny(event, changes, DATES)) await this.keepDates(tx, event, dateChangeReason, caller);
    const stops = legs ? [replacedLegs(event.id, legs)] : [];
    const isRescheduled = changesAny(event, changes, WHEN_AND_WHERE) || (await stops[0]?.differs(tx));
    const sequence = event.sequence + (isRescheduled ? 1 : 0);
    const topics = replacedLinks('event_topics', ['event_id', event.id], ['topic_id', topicIds]);
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

function refuseImpossibleDates({ starts, ends, legs = [] }: EventPatch): void {
  const errors = [
    ...dateErrors({ starts, ends }),
    ...legs.flatMap((leg, index) => dateErrors(leg, `/legs/${index}`)),
  ];
  assertValid(errors);
}
