import {
  ACTOR,
  AGREEMENT,
  CHANGE,
  EVENT,
  FOLLOW_UP,
  MADE,
  MAKING,
  OBLIGATION,
  ORGANIZATION,
  PARTY,
  PERSON,
  SIGNATORY,
  TOPIC,
  TOPICS,
  cityOf,
  historyOf,
  rows,
} from './data.rows.js';
import type { Sizes } from './data.sizes.js';

/** Who owns follow-ups: the office's users, of whom the first asks. */
const OWNERS = 50;
/** Follow-ups of an agreement and the visits around it. */
const FOLLOW_UPS_EACH = 10;
const PARTIES_EACH = 3;

/** The statements that fill the tables of agreements and follow-ups, in order. */
export function dataOfAgreements(sizes: Sizes): string[] {
  return [...agreements(sizes), ...parties(sizes), ...followUps(sizes)];
}

function agreements({ agreements: number, visits, forums }: Sizes): string[] {
  return [
    // Signed over 21 years, and in force for five of them.
    `insert into agreements (id, ${MAKING}, names, kind, binding, objectives, authentic_languages, virtual, signed, effective,
       effective_on_signature, expiry, renewal, status)
     select bench.id(${AGREEMENT}, i), ${MADE},
       jsonb_build_array(bench.name('Intesa ' || bench.italian(i, 22), 'it'), bench.name('Memorandum ' || bench.english(i, 22), 'en'),
         bench.name(bench.chinese(i, 22, 4) || '备忘录', 'zh')),
       (array['mou','framework','joint_lab','protocol'])[1 + i % 4], 'non_binding', '[{"en": "Joint laboratory"}]', '{it,zh}',
       false, day.signed::text, day.signed::text, false,
       case i % 4 when 0 then left(day.expiry::text, 7) else day.expiry::text end,
       '{"mode": "renewable", "term": "P5Y", "noticePeriod": "P6M"}',
       case when day.expiry < date '2026-11-01' then 'expired' else 'in_force' end
     ${rows(number)}
       cross join lateral (select bench.day(i) - 400 as signed, (bench.day(i) - 400 + interval '5 years')::date as expiry) day`,
    `insert into agreement_places (agreement_id, place_id, position)
     select bench.id(${AGREEMENT}, i), ${cityOf('i', 23)}, 0 ${rows(number)}`,
    `insert into agreement_topics (agreement_id, topic_id, position)
     select bench.id(${AGREEMENT}, i), bench.id(${TOPIC}, 1 + bench.pick(i, 24, ${TOPICS})), 0 ${rows(number)}`,
    `insert into agreement_obligations (id, ${MAKING}, agreement_id, text, due, status)
     select bench.id(${OBLIGATION}, i), ${MADE}, bench.id(${AGREEMENT}, i), '{"en": "Open the joint laboratory."}',
       bench.day(i)::text, case i % 3 when 0 then 'open' else 'fulfilled' end ${rows(number)}`,
    `insert into status_changes (id, record_id, to_status, at, by_id)
     select bench.id(${CHANGE}, ${visits + forums} + i), bench.id(${AGREEMENT}, i), 'in_force', at.at, bench.id(${ACTOR}, 1) ${rows(number)}`,
    historyOf('agreements'),
  ];
}

function parties({ agreements: number, organizations, people }: Sizes): string[] {
  const all = rows(number * PARTIES_EACH);
  const agreement = `(i - 1) / ${PARTIES_EACH}`;
  return [
    `insert into agreement_parties (id, ${MAKING}, agreement_id, organization_id, side, signatory_unknown)
     select bench.id(${PARTY}, i), ${MADE}, bench.id(${AGREEMENT}, 1 + ${agreement}),
       bench.id(${ORGANIZATION}, 1 + (bench.pick(${agreement}, 25, ${organizations}) + i % ${PARTIES_EACH}) % ${organizations}),
       case i % 3 when 0 then 'China' else 'Italy' end, false ${all}`,
    `insert into agreement_signatories (id, ${MAKING}, agreement_id, party_id, person_id, title, signed_on)
     select bench.id(${SIGNATORY}, i), ${MADE}, bench.id(${AGREEMENT}, 1 + ${agreement}), bench.id(${PARTY}, i),
       bench.id(${PERSON}, 1 + bench.pick(i, 26, ${people})), '{"en": "Rector"}', (bench.day(1 + ${agreement}) - 400)::text ${all}`,
    `analyze agreement_parties, agreements, organizations`,
    `insert into agreement_party_places (agreement_id, place_id, expiry_earliest, expiry_latest, expiry_spread, renews_itself)
     with around as materialized (select p.id as inner_id, a.id from places p cross join lateral public.places_around(p.id) a)
     select distinct a.id, around.id, a.expiry_earliest, a.expiry_latest, a.expiry_spread, false
     from agreement_parties p join agreements a on a.id = p.agreement_id join organizations o on o.id = p.organization_id
     join around on around.inner_id = o.place_id`,
  ];
}

function followUps({ agreements: number, visits, forums, people }: Sizes): string[] {
  const all = rows(number * FOLLOW_UPS_EACH);
  const [agreement, event] = [
    `case i % 10 when 0 then bench.id(${AGREEMENT}, i / ${FOLLOW_UPS_EACH}) end`,
    `case when i % 10 > 0 then bench.id(${EVENT}, 1 + i % ${visits}) end`,
  ];
  return [
    `insert into actors (id, name, created_at)
     select bench.id(${ACTOR}, i), 'User ' || i, '2020-01-01' from generate_series(2, ${OWNERS}) i`,
    `insert into follow_ups (id, ${MAKING}, title, kind, event_id, concerned_event_id, agreement_id, concerned_agreement_id,
       owner_actor_id, owner_person_id, due, priority, mandatory, status)
     select bench.id(${FOLLOW_UP}, i), ${MADE}, jsonb_build_object('en', 'Action ' || i % 1000, 'it', 'Azione ' || i % 1000),
       (array['action','report','thank_you','reply','publication'])[1 + i % 5], ${event}, ${event}, ${agreement}, ${agreement},
       case when i % 5 > 0 then bench.id(${ACTOR}, 1 + bench.pick(i, 27, ${OWNERS})) end,
       case i % 5 when 0 then bench.id(${PERSON}, 1 + bench.pick(i, 28, ${people})) end,
       case i % 10 when 7 then null when 3 then left(bench.day(i)::text, 7) else bench.day(i)::text end,
       (array['low','normal','high','urgent'])[1 + bench.pick(i, 29, 4)], i % 3 = 0,
       case bench.pick(i, 30, 10) when 8 then 'open' when 9 then 'in_progress' else 'done' end ${all}`,
    `insert into status_changes (id, record_id, to_status, at, by_id)
     select bench.id(${CHANGE}, ${visits + forums + number} + i), bench.id(${FOLLOW_UP}, i), 'open', at.at, bench.id(${ACTOR}, 1) ${all}`,
  ];
}
