import {
  ENTRY,
  EVENT,
  FIGURE,
  LEG,
  MADE,
  MAKING,
  ORGANIZATION,
  OUTCOME,
  PERSON,
  PLACE,
  PLACES,
  POSITION,
  RELATIONSHIP,
  idOf,
  rows,
} from './data.rows.js';

/** A district that much is known of: every so many-th visit came there, with what came of it and is to be done. */
export const BRIEFED = idOf(PLACE, PLACES + 1000);
const EVERY = 111;
const OUTCOMES_EACH = 2;
/** Organizations, each with one person. */
const EMPLOYERS = 20;
const PILLARS = 4;
const PARTS = 3;

/** The district itself; before there are events. */
export function dataOfBriefedPlace(): string[] {
  return [
    `insert into places (id, ${MAKING}, names, kind, parent_id, time_zone)
     select '${BRIEFED}', ${MADE}, jsonb_build_array(bench.name('Briefed district', 'en'), bench.name('Distretto', 'it')),
       'district', bench.id(${PLACE}, 2), 'Asia/Shanghai' ${rows(1)}`,
  ];
}

/** The legs of the visits that came there: before the places of events are noted. */
export function legsAtBriefedPlace(visits: number): string[] {
  return [
    `insert into event_legs (id, event_id, position, place_id, starts, ends)
     select bench.id(${LEG}, ${visits} * 3 + i), bench.id(${EVENT}, i * ${EVERY}), 3, '${BRIEFED}',
       bench.day(i * ${EVERY})::text, bench.day(i * ${EVERY})::text ${rows(Math.floor(visits / EVERY))}`,
  ];
}

/** What is known of the district, and what came of the visits there. */
export function dataOfBriefings(visits: number): string[] {
  return [...knowledge(), ...directory(), ...outcomes(visits)];
}

function knowledge(): string[] {
  const shared = `${MAKING}, names, kind, text, status, parent_id, position, place_id, verification, hypotheses, open_questions`;
  const entry = (
    number: string,
    kind: string,
    parent: string,
  ): string => `bench.id(${ENTRY}, ${number}), ${MADE},
    jsonb_build_array(bench.name('${kind} ' || i, 'en')), '${kind}', '{"en": "What there is to say of it.", "it": "Quel che se ne dice."}',
    'under_way', ${parent}, i, '${BRIEFED}', 'reported', '[]', '[]'`;
  const insert = (select: string, number: number): string =>
    `insert into entries (id, ${shared}) select ${select} ${rows(number)}`;
  const programme = `bench.id(${ENTRY}, 1)`;
  return [
    insert(entry('i', 'programme', 'null'), 1),
    insert(entry('1 + i', 'pillar', programme), PILLARS),
    insert(entry('10 + i', 'measure', `bench.id(${ENTRY}, 2 + i % ${PILLARS})`), PILLARS * PARTS),
    insert(entry('100 + i', 'profile', 'null'), 2),
    insert(entry('200 + i', 'policy', 'null'), 20),
    insert(entry('300 + i', 'term', 'null'), 20),
    `insert into figures (id, ${MAKING}, record_id, record_kind, kind, metric, quantity, due, position, verification)
     select bench.id(${FIGURE}, i), ${MADE}, case when i <= 20 then '${BRIEFED}' else bench.id(${ENTRY}, i - 20) end,
       case when i <= 20 then 'place' else 'entry' end, 'target', '{"en": "R&D intensity"}',
       '{"value": 3, "qualifier": "exact", "unit": "%"}', '2027', i, 'unverified' ${rows(40)}`,
    `insert into relationships (id, ${MAKING}, names, from_place_id, to_place_id, kind, verification)
     select bench.id(${RELATIONSHIP}, i), ${MADE}, jsonb_build_array(bench.name('Axis', 'en')), bench.id(${PLACE}, 133), '${BRIEFED}',
       'axis', 'reported' ${rows(1)}`,
  ];
}

function directory(): string[] {
  return [
    `update organizations set place_id = '${BRIEFED}'
     where id in (select bench.id(${ORGANIZATION}, i) from generate_series(1, ${EMPLOYERS}) i)`,
    `insert into positions (id, ${MAKING}, person_id, organization_id, title, ended)
     select bench.id(${POSITION}, i), ${MADE}, bench.id(${PERSON}, i), bench.id(${ORGANIZATION}, i), '{"en": "Director"}', false
     ${rows(EMPLOYERS)}`,
  ];
}

function outcomes(visits: number): string[] {
  const event = `bench.id(${EVENT}, (1 + (i - 1) / ${OUTCOMES_EACH}) * ${EVERY})`;
  return [
    `insert into outcomes (id, ${MAKING}, event_id, concerned_event_id, kind, text, status)
     select bench.id(${OUTCOME}, i), ${MADE}, ${event}, ${event}, case i % 2 when 0 then 'commitment' else 'idea' end,
       '{"en": "A joint laboratory", "it": "Un laboratorio congiunto"}', 'reported'
     ${rows(Math.floor(visits / EVERY) * OUTCOMES_EACH)}`,
  ];
}
