import {
  DELEGATION,
  EVENT,
  ITEM,
  MADE,
  MAKING,
  MEMBER,
  ORGANIZATION,
  PARTICIPATION,
  PERSON,
  PLACE,
  PLACES,
  cityOf,
  localOf,
  rows,
} from './data.rows.js';
import type { Sizes } from './data.sizes.js';

/** Visits with a crowded agenda. */
export const CROWDED = 20;
/** Five days of ten hours, in four tracks. */
const ITEMS_EACH = 200;
const TRACKS = 4;
const MEMBERS_EACH = 15;
const VENUES = 2;
const ROOMS = VENUES * TRACKS;
const FIRST_ROOM = PLACES + VENUES + 1;
const PEOPLE_EACH = 2 * TRACKS + TRACKS * MEMBERS_EACH;

/** The number of the first visit with a crowded agenda. */
export function firstCrowded({ visits, forums }: Pick<Sizes, 'visits' | 'forums'>): number {
  return visits + forums + 1;
}

/**
 * The statements that fill crowded agendas: in each hour four delegations are in four rooms, after lunch in another part
 * of the city, with an interpreter and a greeter for each track. One room is too small, and in the morning one
 * interpreter is wanted twice: thirty conflicts in each.
 */
export function dataOfCrowdedAgendas(sizes: Sizes): string[] {
  return [...visitsAndPlaces(sizes), ...delegations(sizes), ...programmes(sizes)];
}

function visitsAndPlaces(sizes: Sizes): string[] {
  const event = `bench.id(${EVENT}, ${firstCrowded(sizes) - 1} + i)`;
  return [
    `insert into places (id, ${MAKING}, names, kind, parent_id, latitude, longitude)
     select bench.id(${PLACE}, i), ${MADE}, jsonb_build_array(bench.name('Venue ' || i, 'en')), 'venue', ${cityOf('1', 31)}, 45 + (i - ${PLACES}) * 0.05, 7.7
     ${rows(VENUES, PLACES)}`,
    `insert into places (id, ${MAKING}, names, kind, parent_id, capacity)
     select bench.id(${PLACE}, ${FIRST_ROOM} + n), ${MADE}, jsonb_build_array(bench.name('Room ' || n, 'en')), 'room',
       bench.id(${PLACE}, ${PLACES + 1} + n / ${TRACKS}), case n when ${ROOMS - 1} then 12 else 40 end
     ${rows(ROOMS)} cross join lateral (select i - 1 as n) n`,
    `insert into events (id, ${MAKING}, names, kind, status, starts, ends, time_zone, place_id, objectives, visibility, agenda_complete,
       uid, sequence, direction, category)
     select ${event}, ${MADE}, jsonb_build_array(bench.name('Week ' || i, 'en')), 'visit', 'planned', day::text, (day + 4)::text,
       'Europe/Rome', ${cityOf('1', 31)}, '[]', 'internal', false, ${event}::text, 0, 'incoming', 'working'
     ${rows(CROWDED)} cross join lateral (select date '2028-01-03' + 7 * i::int as day) day`,
    `insert into event_places (event_id, place_id, kind, earliest_day, latest_day)
     select e.id, around.id, e.kind, e.earliest_day, e.latest_day
     from events e cross join lateral public.places_around(e.place_id) around where e.id in (select ${event} ${rows(CROWDED)})`,
  ];
}

function delegations({ visits, forums, people, organizations }: Sizes): string[] {
  const first = firstCrowded({ visits, forums });
  return [
    `insert into delegations (id, ${MAKING}, names, kind, origin_place_id, status)
     select bench.id(${DELEGATION}, i), ${MADE}, jsonb_build_array(bench.name('Delegation ' || i, 'en')), 'academic', ${cityOf('i', 32)}, 'confirmed'
     ${rows(CROWDED * TRACKS, visits)}`,
    `insert into visit_delegations (event_id, delegation_id, position)
     select bench.id(${EVENT}, ${first} + (i - 1) / ${TRACKS}), bench.id(${DELEGATION}, ${visits} + i), (i - 1) % ${TRACKS}
     ${rows(CROWDED * TRACKS)}`,
    `insert into delegation_members (id, ${MAKING}, delegation_id, person_id, role, organization_id, precedence, languages, status)
     select bench.id(${MEMBER}, ${3 * visits} + i), ${MADE}, bench.id(${DELEGATION}, ${visits + 1} + (i - 1) / ${MEMBERS_EACH}),
       ${personOf(`(i - 1) / ${MEMBERS_EACH * TRACKS}`, `${2 * TRACKS} + (i - 1) % ${MEMBERS_EACH * TRACKS}`, people)},
       case (i - 1) % ${MEMBERS_EACH} when 0 then 'head' else 'member' end, bench.id(${ORGANIZATION}, 1 + i % ${organizations}),
       1 + (i - 1) % ${MEMBERS_EACH}, '{en}', 'accepted'
     ${rows(CROWDED * TRACKS * MEMBERS_EACH)}`,
  ];
}

// Which visit, day, hour and track an item is in, each from 0.
const WHERE = `cross join lateral (select (i - 1) / ${ITEMS_EACH} as visit, (i - 1) % ${ITEMS_EACH} / 40 as day,
  (i - 1) % 40 / ${TRACKS} as hour, (i - 1) % ${TRACKS} as track) w`;
const ITEMS = CROWDED * ITEMS_EACH;

function programmes(sizes: Sizes): string[] {
  const { visits, people } = sizes;
  const item = `bench.id(${ITEM}, ${6 * visits} + i)`;
  return [
    `insert into agenda_items (id, ${MAKING}, event_id, position, kind, title, starts_at, ends_at, starts_local, ends_local,
       time_zone, place_id, place_kind, languages, audience, status, uid, sequence)
     select ${item}, ${MADE}, bench.id(${EVENT}, ${firstCrowded(sizes)} + visit), (i - 1) % ${ITEMS_EACH}, 'meeting',
       jsonb_build_object('en', 'Meeting ' || i % 1000, 'it', 'Incontro ' || i % 1000), starts.at, starts.at + interval '50 minutes',
       ${localOf('starts.at')}, ${localOf(`starts.at + interval '50 minutes'`)}, 'Europe/Rome',
       bench.id(${PLACE}, ${FIRST_ROOM} + hour / 5 * ${TRACKS} + track), 'room', '{en,it}', 'guests', 'proposed', ${item}::text, 0
     ${rows(ITEMS)} ${WHERE} cross join lateral (
       select timestamptz '2028-01-10 08:00+01' + make_interval(weeks => visit::int, days => day::int, hours => (hour + hour / 5)::int) as at) starts`,
    participants(sizes, 0, {
      delegation_id: `bench.id(${DELEGATION}, ${visits + 1} + visit * ${TRACKS} + (track + hour) % ${TRACKS})`,
      side: `'guest'`,
      role: `'attendee'`,
    }),
    participants(sizes, ITEMS, {
      person_id: personOf('visit', 'case when hour = 0 and track = 1 then 0 else track end', people),
      side: `'third'`,
      role: `'interpreter'`,
    }),
    participants(sizes, 2 * ITEMS, {
      person_id: personOf('visit', `${TRACKS} + track`, people),
      side: `'host'`,
      role: `'greeter'`,
    }),
  ];
}

/** One participation in each item, after so many others. */
function participants(sizes: Sizes, others: number, columns: Record<string, string>): string {
  const { visits } = sizes;
  return `insert into participations (id, ${MAKING}, event_id, agenda_item_id, response, ${Object.keys(columns).join(', ')})
    select bench.id(${PARTICIPATION}, ${2 * visits + others} + i), ${MADE}, bench.id(${EVENT}, ${firstCrowded(sizes)} + visit),
      bench.id(${ITEM}, ${6 * visits} + i), 'accepted', ${Object.values(columns).join(', ')} ${rows(ITEMS)} ${WHERE}`;
}

/** One of the people of a crowded visit, both counted from 0. */
function personOf(visit: string, number: string, people: number): string {
  return `bench.id(${PERSON}, 1 + (${visit} * ${PEOPLE_EACH} + ${number}) % ${people})`;
}
