import { eventReference } from '#events';
import { type Explanation, type Sql, list, object, shownText, sql, statement } from '#platform';
import { isSeen } from '../busy/busy-items.fragments.js';
import { type Booking, keysOfBooking, refuseBooking } from './room-booking.rules.js';

const bookingFields: Record<string, Sql> = {
  id: sql`i.id`,
  title: shownText(sql`i.title`),
  event: eventReference(sql`i.event_id`),
  startsAt: sql`public.local_instant(i.starts_at, i.starts_local)`,
  endsAt: sql`public.local_instant(i.ends_at, i.ends_local)`,
};

/** Whether an item would have its room for itself, if it stood. */
const isBooking = (item: Sql): Sql => sql`(${item}.place_kind = 'room' and ${item}.parent_id is null
  and ${item}.status = 'confirmed' and ${item}.ends_at is not null and ${item}.archived_at is null)`;

/**
 * The bookings in the rooms of items of `:event` that do not stand, each with the item it is in the way of: those that
 * stand, and those of earlier items of the same event, which stand again with it.
 */
export const takenRooms = statement(
  'taken-rooms',
  sql`select ${list(
    object({
      item: object({ id: sql`own.id`, title: shownText(sql`own.title`) }),
      booking: sql`case when ${isSeen(sql`i`)} then ${object(bookingFields)} end`,
    }),
    sql`visible_agenda_items(:caller) own join busy_agenda_items(:caller) i
      on i.place_id = own.place_id and i.during && own.during and i.id <> own.id
      where own.event_id = :event and own.standing <> 'stands' and ${isBooking(sql`own`)}
        and ${isBooking(sql`i`)}
        and (i.standing = 'stands' or i.event_id = own.event_id and (i.starts_at, i.id) < (own.starts_at, own.id))`,
    sql`own.starts_at, own.id, i.id`,
  )}`,
);

const booking = statement(
  'room-booking',
  sql`select ${object(bookingFields)}
  from visible_agenda_items(:caller) i join visible_events(:caller) own on own.id = i.event_id
  where i.place_id = :place and i.during = :during::tstzrange and i.standing = 'stands' and ${isBooking(sql`i`)}
  limit 1`,
);

/** Tells which booking is in the way, as far as the caller may see it. */
export const explainBooking: Explanation<Booking> = {
  statement: booking,
  values: keysOfBooking,
  tell: refuseBooking,
};
