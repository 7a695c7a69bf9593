import { eventReference } from '#events';
import {
  Refusal,
  defineProblems,
  explainConstraint,
  object,
  shownText,
  sql,
  statement,
  translateConstraints,
} from '#platform';

/** The item that has the room which another was to be confirmed in. */
interface Booking {
  readonly id: string;
  readonly title: string;
  readonly event: { readonly id: string; readonly name: string };
  readonly startsAt: string;
  readonly endsAt: string;
}

const ROOM_TAKEN = 'agenda-item.room-taken';

defineProblems({
  [ROOM_TAKEN]: ['conflict', 'The room is booked at this time'],
});

translateConstraints({
  agenda_items_one_booking: [
    ROOM_TAKEN,
    'Two confirmed items cannot have one room at the same time; choose another room or another time for one of them.',
  ],
});

const booking = statement(
  'room-booking',
  sql`select ${object({
    id: sql`i.id`,
    title: shownText(sql`i.title`),
    event: eventReference(sql`i.event_id`),
    startsAt: sql`public.local_instant(i.starts_at, i.time_zone)`,
    endsAt: sql`public.local_instant(i.ends_at, i.time_zone)`,
  })}
  from visible_agenda_items(:caller) i join visible_events(:caller) own on own.id = i.event_id
  where i.place_id = :place and i.during = :during::tstzrange and i.parent_id is null and i.status = 'confirmed'
    and i.archived_at is null
  limit 1`,
);

explainConstraint<Booking>('agenda_items_one_booking', {
  statement: booking,
  values: keysOfBooking,
  tell: (found) =>
    new Refusal(
      ROOM_TAKEN,
      `The room is booked from ${found.startsAt} to ${found.endsAt} for “${found.title}” (${found.event.name}); choose another room or another time.`,
      { booking: found },
    ),
});

/** Place and time of the booking that is in the way, from what Postgres says of the two keys. */
export function keysOfBooking(keys: string): { place?: string; during?: string } {
  const found = /existing key \(place_id, during\)=\(([0-9a-f-]{36}), (.+)\)\.$/.exec(keys);
  return { place: found?.[1], during: found?.[2] };
}
