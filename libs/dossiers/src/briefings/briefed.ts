import { ENTRIES_BY_SUBJECT } from '#briefings';
import { DELEGATION } from '#delegations';
import { ORGANIZATION, PERSON, PLACE, isOrganization, isWithin } from '#directory';
import type { Concern } from '#events';
import { type Sql, sql } from '#platform';
import type { RecordKind } from '#records';

/** Queries for the ids of what a briefing tells of, besides what concerns the record `e`; `:id` is the id of that. */
export interface Briefed {
  readonly kind: RecordKind;
  readonly concern: Concern;
  /** What it is, by language. */
  readonly text: Sql;
  readonly within: Sql;
  /** The entries that are about it. */
  readonly entries: Sql;
  /** What its relationships lead from or to. */
  readonly sides: Sql;
  readonly organizations: Sql;
  /** The organizations whose people are present. */
  readonly employers: Sql;
}

const nothing = sql`select null::uuid where false`;
const presentThere = sql`select r.organization_id from visible_organization_relations(:caller) r
  where r.kind = 'present_in' and ${isWithin(sql`r.to_place_id`, sql`:id`)} and r.archived_at is null
    and not (r.ended or coalesce(r.until_latest < :today::date, false))`;
const atHomeThere = sql`select o.id from visible_organizations(:caller) o where ${isWithin(sql`o.place_id`, sql`:id`)}`;
const line = sql`select line.id from public.organization_line(:id) line`;
const represented = sql`select d.organization_id from delegation_organizations d where d.delegation_id = :id`;
const spoken = sql`select n.id from visible_entries(:caller) n where n.speaker_id = :id`;

/** Everything that there are briefings about. */
export const BRIEFED: readonly Briefed[] = [
  {
    kind: PLACE,
    concern: 'place',
    text: sql`e.description`,
    within: sql`e.parent_id`,
    entries: ENTRIES_BY_SUBJECT.place(sql`:id`),
    sides: sql`select around.id from public.places_around(:id) around`,
    organizations: sql`${atHomeThere} union ${presentThere}`,
    employers: sql`select o.id from found_organizations o where ${isWithin(sql`o.place_id`, sql`:id`)}`,
  },
  {
    kind: ORGANIZATION,
    concern: 'organization',
    text: sql`e.description`,
    within: sql`e.place_id`,
    entries: ENTRIES_BY_SUBJECT.organization(sql`:id`),
    sides: line,
    organizations: sql`select o.id from visible_organizations(:caller) o
      where ${isOrganization(sql`o.parent_id`, sql`:id`)} and o.id <> :id`,
    employers: line,
  },
  {
    kind: PERSON,
    concern: 'person',
    text: sql`null::jsonb`,
    within: sql`null::uuid`,
    entries: sql`${ENTRIES_BY_SUBJECT.person(sql`:id`)} union all ${spoken}`,
    sides: nothing,
    organizations: nothing,
    employers: nothing,
  },
  {
    kind: DELEGATION,
    concern: 'delegation',
    text: sql`e.purpose`,
    within: sql`e.origin_place_id`,
    entries: nothing,
    sides: sql`select around.id from public.places_around(
        (select d.origin_place_id from visible_delegations(:caller) d where d.id = :id)) around
      union all ${represented}`,
    organizations: represented,
    employers: nothing,
  },
];
