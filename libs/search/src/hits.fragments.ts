import { agreementReference } from '#agreements';
import { hasEnded } from '#directory';
import { eventReference } from '#events';
import { type Sql, identifier, joinSql, object, reference, shownName, shownText, sql } from '#platform';
import { SEARCHED_KINDS, type SearchedKind } from './searched-kinds.js';
import { visible } from './seen.fragments.js';

/** What a hit tells besides its kind and id, of the row `e` of its table. */
interface Hit {
  readonly name: Sql;
  /** The names or texts that may hold what was asked for, as they are written. */
  readonly said: Sql;
  /** Whether it is called by a text, for want of a name. */
  readonly isTold?: true;
  readonly apart?: Partial<
    Record<'title' | 'organization' | 'place' | 'starts' | 'ends' | 'event' | 'agreement', Sql>
  >;
}

const nothing = sql`null`;
const name = shownName(sql`e`);
const organization = (id: Sql): Sql => reference(sql`visible_organizations(:caller)`, id);
const place = (id: Sql): Sql => reference(sql`visible_places(:caller)`, id);
const city = (id: Sql): Sql =>
  place(sql`(select way.id from places_to_city(${id}) way join visible_places(:caller) p on p.id = way.id
    order by p.kind = 'city' desc, way.step limit 1)`);
const present = (what: Sql): Sql => sql`(select ${what} from visible_positions(:caller) p
  where p.person_id = e.id and p.archived_at is null and not ${hasEnded(sql`p`)}
    and coalesce(p.since_earliest <= :today::date, true) order by p.id limit 1)`;

function named(texts: Sql, apart: Hit['apart'] = {}): Hit {
  return { name, said: sql`jsonb_build_array(e.names, ${texts})`, apart };
}

function told(text: Sql, apart: Hit['apart'] = {}, texts: Sql = nothing): Hit {
  return { name: shownText(text), said: sql`jsonb_build_array(${text}, ${texts})`, isTold: true, apart };
}

const EVENT = named(sql`jsonb_build_array(e.summary, e.objectives, e.theme)`, {
  place: place(sql`coalesce(e.place_id, (select l.place_id from event_legs l
    where l.event_id = e.id and l.place_id is not null order by l.position limit 1))`),
  starts: sql`e.starts`,
  ends: sql`e.ends`,
});

const HITS: Readonly<Record<SearchedKind, Hit>> = {
  place: named(sql`e.description`, { place: place(sql`e.parent_id`) }),
  topic: named(sql`e.description`),
  organization: named(sql`e.description`, { place: city(sql`e.place_id`) }),
  person: named(nothing, {
    title: present(shownText(sql`p.title`)),
    organization: present(organization(sql`p.organization_id`)),
  }),
  forum_series: named(sql`jsonb_build_array(e.description, e.objectives, e.audience)`),
  delegation: named(sql`e.purpose`, { place: place(sql`e.origin_place_id`) }),
  member: {
    name: sql`coalesce((select ${shownName(sql`p`)} from visible_people(:caller) p where p.id = e.person_id),
      ${shownText(sql`coalesce(e."group", e.placeholder)`)})`,
    said: sql`jsonb_build_array(e.title, e."group", e.placeholder)`,
    apart: { title: shownText(sql`e.title`), organization: organization(sql`e.organization_id`) },
  },
  visit: EVENT,
  forum: EVENT,
  agenda_item: told(
    sql`e.title`,
    { event: eventReference(sql`e.event_id`), starts: sql`coalesce(e.on_date, left(e.starts_local, 10))` },
    sql`e.abstract`,
  ),
  agreement: named(sql`e.objectives`, { starts: sql`e.signed`, ends: sql`e.expiry` }),
  obligation: told(sql`e.text`, { starts: sql`e.due`, agreement: agreementReference(sql`e.agreement_id`) }),
  outcome: told(sql`e.text`, {
    starts: sql`e.expected`,
    event: eventReference(sql`e.concerned_event_id`),
    agreement: agreementReference(sql`e.agreement_id`),
  }),
  follow_up: told(
    sql`e.title`,
    {
      starts: sql`e.due`,
      event: eventReference(sql`e.concerned_event_id`),
      agreement: agreementReference(sql`e.concerned_agreement_id`),
    },
    sql`e.resolution`,
  ),
  source: {
    name,
    said: sql`jsonb_build_array(e.names, e.publisher, e.author, e.text)`,
    apart: { starts: sql`e.published` },
  },
  entry: named(sql`e.text`, { event: eventReference(sql`e.event_id`) }),
  relationship: named(sql`e.basis`),
  figure: told(sql`e.metric`),
};

/** The kinds that are called by a text: names come before these. */
export const TOLD_KINDS = SEARCHED_KINDS.filter((kind) => HITS[kind].isTold);

/** The JSON of the hit `c`, with what was said of it to be marked. */
export function hitOf(): Sql {
  const cases = SEARCHED_KINDS.map((kind) => {
    const { name: shown, said, apart = {} } = HITS[kind];
    const members = object({
      kind: sql`c.kind`,
      id: sql`e.id`,
      name: shown,
      title: apart.title ?? nothing,
      organization: apart.organization ?? nothing,
      place: apart.place ?? nothing,
      starts: apart.starts ?? nothing,
      ends: apart.ends ?? nothing,
      event: apart.event ?? nothing,
      agreement: apart.agreement ?? nothing,
      said,
    });
    return sql`when '${identifier(kind)}' then (select ${members} from ${visible(kind)} where e.id = c.record_id)`;
  });
  return sql`case c.kind ${joinSql(cases, sql` `)} end`;
}
