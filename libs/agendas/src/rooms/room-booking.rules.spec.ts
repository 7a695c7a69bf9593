import { expect, it } from '@jest/globals';
import { keysOfBooking } from './room-booking.rules.js';

const ROOM = '019a8f3e-4c00-7000-8000-00000000000a';
const OTHER_ROOM = '019a8f3e-4c00-7000-8000-00000000000b';
const EIGHT = '["2018-07-12 08:00:00+00","2018-07-12 10:00:00+00")';
const NINE = '["2018-07-12 09:00:00+00","2018-07-12 11:00:00+00")';

const clash = (wanted: string, existing: string): string =>
  `Key (place_id, during)=(${wanted}) conflicts with existing key (place_id, during)=(${existing}).`;

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
