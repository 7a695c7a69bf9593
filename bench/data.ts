import { dataOfAgreements } from './data.agreements.js';
import { dataOfBriefedPlace, dataOfBriefings, legsAtBriefedPlace } from './data.briefings.js';
import { dataOfCrowdedAgendas } from './data.agendas.js';
import {
  ACTOR,
  CHANGE,
  COUNTRIES,
  DELEGATION,
  EVENT,
  ITEM,
  LEG,
  MADE,
  MAKING,
  MEMBER,
  ORGANIZATION,
  PARTICIPATION,
  PERSON,
  PLACE,
  PLACES,
  PROVINCES,
  SERIES,
  TOPIC,
  TOPICS,
  cityOf,
  historyOf,
  localOf,
  rows,
} from './data.rows.js';
import type { Sizes } from './data.sizes.js';

/** The statements that fill every table: those to begin with, then branches that can run side by side. */
export function dataFor(sizes: Sizes): { ground: string[]; branches: string[][] } {
  const programme = [...delegations(sizes), ...events(sizes), ...partsOfEvents(sizes), ...programmes(sizes)];
  return {
    ground: [...geography(), ...dataOfBriefedPlace(), ...directory(sizes), ...dataOfBriefings(sizes.visits)],
    branches: [[...programme, ...dataOfCrowdedAgendas(sizes)], dataOfAgreements(sizes)],
  };
}

function geography(): string[] {
  return [
    `insert into actors (id, name, created_at) values (bench.id(${ACTOR}, 1), 'Office', '2020-01-01')`,
    `insert into places (id, ${MAKING}, names, kind, parent_id, time_zone, latitude, longitude)
     select bench.id(${PLACE}, i), ${MADE},
       jsonb_build_array(bench.name(bench.english(i, 7), 'en'), bench.name(bench.italian(i, 7), 'it'), bench.name(bench.chinese(i, 7, 2), 'zh')),
       case when i <= ${COUNTRIES} then 'country' when i <= ${COUNTRIES + PROVINCES} then 'province' else 'city' end,
       case when i <= ${COUNTRIES} then null
         when i <= ${COUNTRIES + PROVINCES} then bench.id(${PLACE}, 1 + (i - 1) % ${COUNTRIES})
         else bench.id(${PLACE}, ${COUNTRIES} + 1 + (i - 1) % ${PROVINCES}) end,
       case when i <= ${COUNTRIES} then case i % 2 when 1 then 'Europe/Rome' else 'Asia/Shanghai' end end,
       -60 + i % 120, i % 180 ${rows(PLACES)}`,
    `insert into topics (id, ${MAKING}, names)
     select bench.id(${TOPIC}, i), ${MADE}, jsonb_build_array(bench.name(bench.english(i, 8), 'en'), bench.name(bench.chinese(i, 8, 2), 'zh'))
     ${rows(TOPICS)}`,
  ];
}

function directory({ people, organizations }: Sizes): string[] {
  return [
    `insert into organizations (id, ${MAKING}, names, kind, place_id)
     select bench.id(${ORGANIZATION}, i), ${MADE}, bench.organization_names(i), 'university', ${cityOf('i', 9)} ${rows(organizations)}`,
    `insert into people (id, ${MAKING}, names, languages)
     select bench.id(${PERSON}, i), ${MADE}, bench.person_names(i), '{en}' ${rows(people)}`,
  ];
}

function delegations({ visits, people, organizations }: Sizes): string[] {
  return [
    `insert into delegations (id, ${MAKING}, names, kind, origin_place_id, status)
     select bench.id(${DELEGATION}, i), ${MADE},
       jsonb_build_array(bench.name('Delegation ' || bench.english(i, 10), 'en'), bench.name(bench.chinese(i, 10, 3) || '代表团', 'zh')),
       'academic', ${cityOf('i', 11)}, 'confirmed' ${rows(visits)}`,
    `insert into delegation_organizations (delegation_id, organization_id, position)
     select bench.id(${DELEGATION}, i), bench.id(${ORGANIZATION}, 1 + bench.pick(i, 12, ${organizations})), 0 ${rows(visits)}`,
    `insert into delegation_members (id, ${MAKING}, delegation_id, person_id, role, title, organization_id, precedence, languages, status)
     select bench.id(${MEMBER}, i), ${MADE}, bench.id(${DELEGATION}, 1 + (i - 1) / 3),
       bench.id(${PERSON}, 1 + (bench.pick((i - 1) / 3, 13, ${people}) + i % 3) % ${people}),
       case i % 3 when 1 then 'head' else 'member' end, '{"en": "Professor", "it": "Professore"}',
       bench.id(${ORGANIZATION}, 1 + bench.pick((i - 1) / 3, 12, ${organizations})), 1 + (i - 1) % 3, '{en,it}', 'accepted'
     ${rows(visits * 3)}`,
  ];
}

function events({ visits, forums, organizations }: Sizes): string[] {
  const shared = `id, ${MAKING}, names, kind, status, summary, starts, ends, time_zone, place_id, objectives, visibility, agenda_complete, uid, sequence`;
  return [
    `insert into forum_series (id, ${MAKING}, names, objectives)
     select bench.id(${SERIES}, i), ${MADE}, jsonb_build_array(bench.name('Series ' || i, 'en')), '[]' ${rows(100)}`,
    `insert into events (${shared}, direction, category)
     select bench.id(${EVENT}, i), ${MADE}, bench.visit_names(i, 1 + bench.pick(i, 14, ${organizations})), 'visit', 'planned',
       '{"en": "Talks, a tour of the laboratories and a signing.", "it": "Colloqui, visita ai laboratori e firma."}',
       bench.day(i)::text, (bench.day(i) + (i % 5)::int)::text, 'Europe/Rome', ${cityOf('i', 15)}, '[{"en": "Joint laboratory"}]', 'internal', false,
       bench.id(${EVENT}, i)::text, 0, 'incoming', (array['courtesy','working','official','study'])[1 + i % 4] ${rows(visits)}`,
    `insert into events (${shared}, series_id, edition, format, theme)
     select bench.id(${EVENT}, ${visits} + i), ${MADE},
       jsonb_build_array(bench.name('Forum ' || bench.english(i, 16), 'en'), bench.name('Forum ' || bench.italian(i, 16), 'it'), bench.name(bench.chinese(i, 16, 4) || '论坛', 'zh')),
       'forum', 'scheduled', '{"en": "Open to everybody.", "it": "Aperto a tutti."}',
       bench.day(${visits} + i)::text, (bench.day(${visits} + i) + 2)::text, 'Europe/Rome', ${cityOf('i', 17)}, '[]', 'public', false,
       bench.id(${EVENT}, ${visits} + i)::text, 0, bench.id(${SERIES}, 1 + i % 100), 1 + (i / 100)::int, 'forum', '{"en": "Big data and manufacturing"}' ${rows(forums)}`,
  ];
}

function partsOfEvents({ visits, forums }: Sizes): string[] {
  return [
    `insert into event_legs (id, event_id, position, place_id, starts, ends)
     select bench.id(${LEG}, i), bench.id(${EVENT}, 1 + (i - 1) / 3), (i - 1) % 3, ${cityOf('i', 18)}, bench.day(1 + (i - 1) / 3)::text, bench.day(1 + (i - 1) / 3)::text
     ${rows(visits * 3)}`,
    ...legsAtBriefedPlace(visits),
    `insert into event_topics (event_id, topic_id, position)
     select bench.id(${EVENT}, i), bench.id(${TOPIC}, 1 + bench.pick(i, 19, ${TOPICS})), 0 ${rows(visits + forums)}`,
    `insert into visit_delegations (event_id, delegation_id, position)
     select bench.id(${EVENT}, i), bench.id(${DELEGATION}, i), 0 ${rows(visits)}`,
    `analyze events, event_legs, places`,
    // What the triggers, which are off while loading, would have noted.
    `insert into event_places (event_id, place_id, kind, earliest_day, latest_day)
     with around as materialized (select p.id as inner_id, a.id from places p cross join lateral public.places_around(p.id) a)
     select distinct e.id, around.id, e.kind, e.earliest_day, e.latest_day
     from (select id as event_id, place_id from events union all select event_id, place_id from event_legs) own
     join events e on e.id = own.event_id join around on around.inner_id = own.place_id`,
    ...['events', 'delegations'].map(historyOf),
    `insert into status_changes (id, record_id, to_status, at, by_id)
     select bench.id(${CHANGE}, i), bench.id(${EVENT}, i), 'planned', at.at, bench.id(${ACTOR}, 1) ${rows(visits + forums)}`,
  ];
}

function programmes({ visits, organizations, people }: Sizes): string[] {
  return [
    `insert into agenda_items (id, ${MAKING}, event_id, leg_id, position, kind, title, starts_at, ends_at, starts_local,
       ends_local, time_zone, languages, audience, status, uid, sequence)
     select bench.id(${ITEM}, i), ${MADE}, bench.id(${EVENT}, 1 + (i - 1) / 6), bench.id(${LEG}, 1 + (i - 1) / 2), (i - 1) % 6,
       'meeting', jsonb_build_object('en', 'Meeting ' || i % 1000, 'it', 'Incontro ' || i % 1000), starts.at, starts.at + interval '1 hour',
       ${localOf('starts.at')}, ${localOf(`starts.at + interval '1 hour'`)},
       'Europe/Rome', '{en,it}', 'guests', 'proposed', bench.id(${ITEM}, i)::text, 0 ${rows(visits * 6)}
     cross join lateral (select bench.day(1 + (i - 1) / 6) + interval '9 hours' + (i % 6) * interval '1 hour' as at) starts`,
    historyOf('agenda_items'),
    `insert into agenda_item_hosts (item_id, organization_id, position)
     select bench.id(${ITEM}, i), bench.id(${ORGANIZATION}, 1 + bench.pick(i, 20, ${organizations})), 0 ${rows(visits * 6)}`,
    `insert into participations (id, ${MAKING}, event_id, agenda_item_id, person_id, side, role, response)
     select bench.id(${PARTICIPATION}, i), ${MADE}, bench.id(${EVENT}, 1 + (i - 1) / 2),
       case i % 2 when 0 then bench.id(${ITEM}, 1 + 3 * (i - 1)) end,
       bench.id(${PERSON}, 1 + bench.pick(i, 21, ${people})), 'host', 'greeter', 'invited' ${rows(visits * 2)}`,
  ];
}
