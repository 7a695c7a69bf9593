import { eventReference } from '#events';
import { type Explanation, object, shownText, sql, statement } from '#platform';
import { type Booking, keysOfBooking, refuseBooking } from './room-booking.rules.js';

const booking = statement(
  'room-booking',
  sql`select ${object({
    id: sql`i.id`,
    title: shownText(sql`i.title`),
    event: eventReference(sql`i.event_id`),
    startsAt: sql`public.local_instant(i.starts_at, i.starts_local)`,
    endsAt: sql`public.local_instant(i.ends_at, i.ends_local)`,
  })}
  from visible_agenda_items(:caller) i join visible_events(:caller) own on own.id = i.event_id
  where i.place_id = :place and i.during = :during::tstzrange and i.parent_id is null and i.status = 'confirmed'
    and i.archived_at is null
  limit 1`,
);

/** Tells which booking is in the way, as far as the caller may see it. */
export const explainBooking: Explanation<Booking> = {
  statement: booking,
  values: keysOfBooking,
  tell: refuseBooking,
};
