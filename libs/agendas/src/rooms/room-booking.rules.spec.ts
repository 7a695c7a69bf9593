import { expect, it } from '@jest/globals';
import { explained } from '#refusals/testing';
import { ROOM_CONSTRAINTS, keysOfBooking, refuseBooking } from './room-booking.rules.js';

const ROOM = '019a8f3e-4c00-7000-8000-00000000000a';
const OTHER_ROOM = '019a8f3e-4c00-7000-8000-00000000000b';
const EIGHT = '["2018-07-12 08:00:00+00","2018-07-12 10:00:00+00")';
const NINE = '["2018-07-12 09:00:00+00","2018-07-12 11:00:00+00")';

const clash = (wanted: string, existing: string): string =>
  `Key (place_id, during)=(${wanted}) conflicts with existing key (place_id, during)=(${existing}).`;

const ROOM_TAKEN = explained({
  code: 'agenda-item.room-taken',
  kind: 'conflict',
  title: 'The room is booked at this time',
});

it('A room is of one confirmed item at a time', () => {
  expect(ROOM_CONSTRAINTS).toEqual({
    agenda_items_one_booking: {
      problem: ROOM_TAKEN,
      detail:
        'Two confirmed items cannot have one room at the same time; choose another room or another time for one of them.',
    },
  });
});

it('A refused booking names the item that has the room, and when', () => {
  const booking = {
    id: '019a8f3e-4c00-7000-8000-00000000000c',
    title: 'Welcome',
    event: { id: '019a8f3e-4c00-7000-8000-00000000000d', name: 'Guiyang delegation in Naples and Rome' },
    startsAt: '2018-07-12T09:00:00+02:00',
    endsAt: '2018-07-12T11:00:00+02:00',
  };
  const { problem, message, facts } = refuseBooking(booking);
  expect([problem, message, facts]).toEqual([
    ROOM_TAKEN,
    'The room is booked from 2018-07-12T09:00:00+02:00 to 2018-07-12T11:00:00+02:00 for “Welcome” (Guiyang delegation in Naples and Rome); choose another room or another time.',
    { booking },
  ]);
});

it.each([
  ['what is there, not what was wanted', clash(`${OTHER_ROOM}, ${NINE}`, `${ROOM}, ${EIGHT}`), EIGHT],
  ['a booking without an end', clash(`${ROOM}, ${NINE}`, `${ROOM}, [a,)`), '[a,)'],
  ['an empty time', clash(`${ROOM}, ${NINE}`, `${ROOM}, empty`), 'empty'],
])('The keys of a booking are those of %s', (_, keys, during) => {
  expect(keysOfBooking(keys)).toEqual({ place: ROOM, during });
});

it.each([
  ['nothing', ''],
  ['other columns', `existing key (event_id, during)=(${ROOM}, ${EIGHT}).`],
  ['no id', `existing key (place_id, during)=(Sala Newton, ${EIGHT}).`],
  ['a sentence that goes on', `${clash(`${ROOM}, ${NINE}`, `${ROOM}, ${EIGHT}`)} Really.`],
])('They are not known from %s', (_, keys) => {
  expect(keysOfBooking(keys)).toEqual({ place: null, during: null });
});
