import { type Constraints, Refusal, defineProblems } from '#refusals';

export const ROOM_PROBLEMS = defineProblems({
  'agenda-item.room-taken': [
    'conflict',
    'The room is booked at this time',
    'Two meetings cannot be in one room at the same time.',
    '`booking` says who has the room: choose another room or time, or agree with them who moves.',
  ],
});

export const ROOM_CONSTRAINTS: Constraints = {
  agenda_items_one_booking: {
    problem: ROOM_PROBLEMS['agenda-item.room-taken'],
    detail:
      'Two confirmed items cannot have one room at the same time; choose another room or another time for one of them.',
  },
};

/** The item that has the room which another was to be confirmed in. */
export interface Booking {
  readonly id: string;
  readonly title: string;
  readonly event: { readonly id: string; readonly name: string };
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Refuses a booking, naming the one that is in the way. */
export function refuseBooking(booking: Booking): Refusal {
  return new Refusal(
    ROOM_PROBLEMS['agenda-item.room-taken'],
    `The room is booked from ${booking.startsAt} to ${booking.endsAt} for “${booking.title}” (${booking.event.name}); choose another room or another time.`,
    { booking },
  );
}

/** An item which is to be taken up again, and the booking that is in its way; null where the caller may not see that. */
export interface TakenRoom {
  readonly item: { readonly id: string; readonly title: string };
  readonly booking: Booking | null;
}

/** Refuses to take up an event again, naming every booking that is in the way. */
export function refuseTakingUp(taken: readonly TakenRoom[]): Refusal {
  const named = taken.map(({ item, booking }) =>
    booking ? `“${item.title}” (by “${booking.title}”, ${booking.event.name})` : `“${item.title}”`,
  );
  const bookings = taken.flatMap(({ item, booking }) => (booking ? [{ ...booking, item }] : []));
  return new Refusal(
    ROOM_PROBLEMS['agenda-item.room-taken'],
    `The rooms of these items are taken: ${named.join(', ')}. Say releaseRooms: true to have them return as proposed.`,
    { bookings },
  );
}

/** Place and time of the booking that is in the way, from what Postgres says of the two keys. */
export function keysOfBooking(keys: string): { place: string | null; during: string | null } {
  const found = /existing key \(place_id, during\)=\(([0-9a-f-]{36}), (.+)\)\.$/.exec(keys);
  return { place: found?.[1] ?? null, during: found?.[2] ?? null };
}
