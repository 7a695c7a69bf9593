import { randomUUIDv7 } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Transaction, insertAll } from '#platform';
import { type ReplacedList, asSaid } from '#records';
import { Refusal, assertValid } from '#refusals';
import type { LegDto } from '../events/event-input.dto.js';
import { EVENT_PROBLEMS } from '../events/event.rules.js';
import { EventLeg } from './leg.entity.js';
import { strangeLegErrors } from './leg.rules.js';

/** Writes the legs of events that were just recorded, and gives those of each in order. */
export async function insertLegs(
  tx: Transaction,
  events: readonly (readonly [eventId: string, legs: readonly LegDto[]])[],
): Promise<EventLeg[][]> {
  const rows = events.map(([eventId, legs]) => rowsOf(eventId, legs));
  await insertAll(tx, EventLeg, rows.flat());
  return rows;
}

/**
 * The legs of an event as a change would have them: those that keep their id stay the same leg.
 * @throws Refusal, once they are compared, where a leg is not one of the event's
 */
export function replacedLegs(eventId: string, legs: readonly LegDto[]): ReplacedList {
  const rows = rowsOf(eventId, legs);
  const read = (tx: Transaction) => tx.find(EventLeg, { where: { eventId }, order: { position: 'ASC' } });
  return {
    field: 'legs',
    held: async (tx) =>
      (await read(tx)).map(({ placeId, starts, ends }) => asSaid({ placeId, starts, ends })),
    differs: async (tx) => {
      const present = await read(tx);
      assertValid(strangeLegErrors(legs, present));
      return !isDeepStrictEqual(
        present.map((leg) => ({ ...leg })),
        rows,
      );
    },
    replace: (tx) => replaceLegs(tx, eventId, rows),
  };
}

/** @throws Refusal where agenda items use a leg that is taken away */
async function replaceLegs(tx: Transaction, eventId: string, rows: readonly EventLeg[]): Promise<void> {
  const present = await tx.findBy(EventLeg, { eventId });
  const gone = present.filter(({ id }) => !rows.some((row) => row.id === id)).map(({ id }) => id);
  if (gone.length > 0)
    await tx.query('delete from event_legs where id = any ($1)', [gone]).catch(refuseLegInUse);
  const isPresent = ({ id }: EventLeg): boolean => present.some((leg) => leg.id === id);
  await updateLegs(tx, rows.filter(isPresent));
  await insertAll(
    tx,
    EventLeg,
    rows.filter((row) => !isPresent(row)),
  );
}

function rowsOf(eventId: string, legs: readonly LegDto[]): EventLeg[] {
  return legs.map(({ id = randomUUIDv7(), placeId = null, starts = null, ends = null }, position) => {
    return { id, eventId, position, placeId, starts, ends };
  });
}

async function updateLegs(tx: Transaction, rows: readonly EventLeg[]): Promise<void> {
  await tx.query(
    `update event_legs l set position = n.position, place_id = n."placeId", starts = n.starts, ends = n.ends
     from json_to_recordset($1) n(id uuid, position integer, "placeId" uuid, starts text, ends text) where l.id = n.id`,
    [JSON.stringify(rows)],
  );
}

function refuseLegInUse(error: Error & { code?: string }): never {
  if (error.code === '23503')
    throw new Refusal(
      EVENT_PROBLEMS['event.leg-in-use'],
      'Agenda items belong to a leg that would be removed; move them to another leg first.',
    );
  throw error;
}
