import { hasEnded } from '#directory';
import { type Sql, list, object, reference, referenceTo, shownName, shownText, sql } from '#platform';
import { isExpected } from '#records';
import { doubtsOf, partOf } from './part.fragments.js';

const MOST = 10;
const MOST_MEMBERS = 20;
const EACH_KIND = 3;

const organizationReference = (id: Sql): Sql => reference(sql`visible_organizations(:caller)`, id);

/** Those that govern come first. */
const rank = sql`coalesce(array_position('{municipality,government,ministry,agency}', o.kind), 5)`;

/** The first organizations of each kind. */
const organizations = partOf({
  rows: sql`(select o.*, ${rank} as rank,
      row_number() over (partition by o.kind order by o.sort_name, o.id) as number
    from found_organizations o) p`,
  order: sql`p.number > ${EACH_KIND}, p.rank, p.kind, p.sort_name, p.id`,
  most: MOST,
  joined: sql`join visible_organizations(:caller) o on o.id = p.id`,
  item: object({ id: sql`o.id`, name: shownName(sql`o`), kind: sql`o.kind`, ...doubtsOf(sql`o`) }),
  found: [sql`found_organizations`],
});

const kinds = list(
  object({ kind: sql`k.kind`, count: sql`k.number` }),
  sql`(select o.kind, count(*) as number from found_organizations o group by o.kind) k`,
  sql`k.number desc, k.kind`,
);

const held = object({
  id: sql`h.id`,
  title: shownText(sql`h.title`),
  organization: organizationReference(sql`h.organization_id`),
  since: sql`h.since`,
  until: sql`h.until`,
  ended: hasEnded(sql`h`),
  ...doubtsOf(sql`h`),
});

const people = partOf({
  rows: sql`found_people p`,
  order: sql`p.since, p.id`,
  most: MOST,
  joined: sql`join visible_people(:caller) r on r.id = p.id`,
  item: object({
    id: sql`r.id`,
    name: shownName(sql`r`),
    positions: list(
      held,
      sql`visible_positions(:caller) h
        where h.person_id = r.id and h.archived_at is null and not ${hasEnded(sql`h`)}`,
      sql`h.id`,
    ),
    ...doubtsOf(sql`r`),
  }),
  found: [sql`found_people`, sql`found_organizations`],
});

/** Of a person: those they hold before those they held, the latest first. */
const positions = partOf({
  rows: sql`(select h.id, ${hasEnded(sql`h`)} as past, h.since_latest from visible_positions(:caller) h
    where h.person_id = :id and h.archived_at is null) p`,
  order: sql`p.past, p.since_latest desc nulls last, p.id`,
  most: MOST,
  joined: sql`join visible_positions(:caller) h on h.id = p.id`,
  item: held,
});

const members = partOf({
  rows: sql`(select m.id, m.role <> 'head' as led, m.precedence from visible_delegation_members(:caller) m
    where m.delegation_id = :id and m.archived_at is null and ${isExpected(sql`m.status`)}) p`,
  order: sql`p.led, p.precedence, p.id`,
  most: MOST_MEMBERS,
  joined: sql`join visible_delegation_members(:caller) m on m.id = p.id
    left join visible_people(:caller) r on r.id = m.person_id`,
  item: object({
    id: sql`m.id`,
    name: sql`coalesce(${shownName(sql`r`)}, ${shownText(sql`m."group" -> 'label'`)}, ${shownText(sql`m.placeholder`)})`,
    person: sql`case when r.id is not null then ${referenceTo(sql`r`)} end`,
    quantity: sql`m."group" -> 'quantity'`,
    role: sql`m.role`,
    title: shownText(sql`m.title`),
    organization: organizationReference(sql`m.organization_id`),
    status: sql`m.status`,
    ...doubtsOf(sql`m`),
  }),
});

const delegations = partOf({
  rows: sql`(select d.id, m.role from visible_delegation_members(:caller) m
    join visible_delegations(:caller) d on d.id = m.delegation_id
    where m.person_id = :id and m.archived_at is null and d.archived_at is null) p`,
  order: sql`p.id desc`,
  most: MOST,
  joined: sql`join visible_delegations(:caller) d on d.id = p.id`,
  item: object({
    id: sql`d.id`,
    name: shownName(sql`d`),
    role: sql`p.role`,
    status: sql`d.status`,
    ...doubtsOf(sql`d`),
  }),
});

/** Who is there, who belongs to it, or where they belong. */
export const peopleParts: Readonly<Record<string, Sql>> = {
  organizationKinds: kinds,
  organizations,
  people,
  positions,
  members,
  delegations,
};
