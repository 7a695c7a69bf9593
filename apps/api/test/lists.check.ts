import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { AUDIENCES, DAY_PARTS, ITEM_KINDS, STANDINGS } from '#agendas/testing';
import { AGREEMENT_KINDS, AGREEMENT_LINK_KINDS, BINDINGS } from '#agreements/testing';
import { MEDIA_TYPES } from '#documents/testing';
import {
  ENTRY_KINDS,
  ENTRY_LINK_KINDS,
  ENTRY_STATUSES,
  FIGURE_KINDS,
  LEVELS,
  RELATIONSHIP_KINDS,
  TRENDS,
} from '#briefings/testing';
import { COLLECTIONS, SUBJECT_KINDS } from '#calendars/testing';
import { DELEGATION_KINDS, MEMBER_ROLES } from '#delegations/testing';
import { NAME_ORDERS, ORGANIZATION_KINDS, PLACE_KINDS, RELATION_KINDS } from '#directory/testing';
import { EVENT_KINDS, EVENT_LINK_KINDS, MODES } from '#events/testing';
import { FOLLOW_UP_KINDS, FOLLOW_UP_STATUSES, OUTCOME_KINDS, PRIORITIES } from '#follow-ups/testing';
import { FORMATS, FREQUENCIES } from '#forums/testing';
import { AUDIT_ACTION_NAMES, ROLE_NAMES } from '#identity';
import { SIDES } from '#participants/testing';
import { ACTOR_KINDS } from '#platform';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import { CHANGE_KINDS } from '#records';
import { SOURCE_KINDS } from '#sources/testing';
import { PARTICIPANT_ROLES, VERIFICATIONS, VISIBILITIES } from '#vocabulary';
import { CATEGORIES, DIRECTIONS } from '#visits/testing';

/** The constants of the program that the lists of words in the database repeat, by the names of their constraints. */
const CONSTANTS = {
  access_tokens_role_check: ROLE_NAMES,
  actors_kind_check: ACTOR_KINDS,
  agenda_items_audience_check: AUDIENCES,
  agenda_items_day_part_check: DAY_PARTS,
  agenda_items_kind_check: ITEM_KINDS,
  agenda_items_mode_check: MODES,
  agenda_items_standing_check: STANDINGS,
  agreement_links_kind_check: AGREEMENT_LINK_KINDS,
  agreements_binding_check: BINDINGS,
  agreements_kind_check: AGREEMENT_KINDS,
  audit_events_action_check: AUDIT_ACTION_NAMES,
  calendar_links_audience_check: AUDIENCES,
  calendar_links_role_check: ROLE_NAMES,
  calendar_links_subject_kind_check: SUBJECT_KINDS,
  calendar_maps_collection_check: COLLECTIONS,
  citations_verification_check: VERIFICATIONS,
  delegation_members_role_check: MEMBER_ROLES,
  delegations_kind_check: DELEGATION_KINDS,
  entries_kind_check: ENTRY_KINDS,
  entries_level_check: LEVELS,
  entries_status_check: ENTRY_STATUSES,
  entries_verification_check: VERIFICATIONS,
  entry_links_kind_check: ENTRY_LINK_KINDS,
  documents_media_type_check: MEDIA_TYPES,
  event_links_kind_check: EVENT_LINK_KINDS,
  events_category_check: CATEGORIES,
  events_direction_check: DIRECTIONS,
  events_format_check: FORMATS,
  events_kind_check: EVENT_KINDS,
  events_mode_check: MODES,
  agreements_visibility_check: VISIBILITIES,
  agreements_visible_to_roles_check: ROLE_NAMES,
  delegations_visibility_check: VISIBILITIES,
  delegations_visible_to_roles_check: ROLE_NAMES,
  entries_visibility_check: VISIBILITIES,
  entries_visible_to_roles_check: ROLE_NAMES,
  event_part_losses_visibility_check: VISIBILITIES,
  events_visibility_check: VISIBILITIES,
  events_visible_to_roles_check: ROLE_NAMES,
  follow_ups_visibility_check: VISIBILITIES,
  follow_ups_visible_to_roles_check: ROLE_NAMES,
  outcomes_visibility_check: VISIBILITIES,
  outcomes_visible_to_roles_check: ROLE_NAMES,
  sources_visibility_check: VISIBILITIES,
  sources_visible_to_roles_check: ROLE_NAMES,
  figures_kind_check: FIGURE_KINDS,
  figures_verification_check: VERIFICATIONS,
  follow_ups_kind_check: FOLLOW_UP_KINDS,
  follow_ups_priority_check: PRIORITIES,
  follow_ups_status_check: FOLLOW_UP_STATUSES,
  forum_series_frequency_check: FREQUENCIES,
  history_kind_check: CHANGE_KINDS,
  organization_relations_kind_check: RELATION_KINDS,
  organizations_kind_check: ORGANIZATION_KINDS,
  outcomes_kind_check: OUTCOME_KINDS,
  participations_role_check: PARTICIPANT_ROLES,
  participations_side_check: SIDES,
  people_name_order_check: NAME_ORDERS,
  places_kind_check: PLACE_KINDS,
  relationships_kind_check: RELATIONSHIP_KINDS,
  relationships_trend_check: TRENDS,
  relationships_verification_check: VERIFICATIONS,
  sources_kind_check: SOURCE_KINDS,
};

const CHECKS = `
  select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
  where contype = 'c' and connamespace = 'public'::regnamespace`;

/** A word that something is compared to, alone or in a list, as the catalog prints it; types of JSON are no words. */
const COMPARISON = /(?<!jsonb_typeof\(\w+\)) (?:= (?:ANY \(+ARRAY\[)?|<@ ARRAY\[)'/;
const WORD = /'((?:[^']|'')*)'::text/g;

describe('lists of words', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  it('are the same in the database and in the program', async () => {
    expect(await readLists()).toEqual(CONSTANTS);
  });

  it.each([
    [`kind in ('one', 'two')`, ['one', 'two']],
    [`kind = any (array['one', 'two'])`, ['one', 'two']],
    [`kind is null or kind in ('one', 'two')`, ['one', 'two']],
    [`lower(kind) in ('one', 'two')`, ['one', 'two']],
    [`kind in ('one')`, ['one']],
    [`kind = 'one' or kind = 'it''s'`, ['one', `it's`]],
  ])('are noticed, however they are written: %s', async (condition, words) => {
    await dataSource.query(`create table things (kind text constraint things_listed check (${condition}))`);
    const lists = await readLists();
    await dataSource.query('drop table things');
    expect(lists).toEqual({ ...CONSTANTS, things_listed: words });
  });

  async function readLists(): Promise<Record<string, string[]>> {
    const checks = await dataSource.query<{ name: string; definition: string }[]>(CHECKS);
    const lists = checks.filter(({ definition }) => COMPARISON.test(definition));
    return Object.fromEntries(lists.map(({ name, definition }) => [name, wordsIn(definition)]));
  }
});

function wordsIn(definition: string): string[] {
  return [...definition.matchAll(WORD)].map(([, word]) => word!.replaceAll("''", "'"));
}
