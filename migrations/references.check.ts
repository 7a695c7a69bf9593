import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import type { DataSource } from 'typeorm';

/** Foreign keys to records, which can be put away, and whether a trigger looks at what they are given. */
const TO_RECORDS = `
  select conrelid::regclass::text || '.' || own.attname as reference, conname::text as name,
    exists (select from pg_trigger t where t.tgrelid = c.conrelid and t.tgname like '%\\_refer\\_when\\_added'
      and '\\000' || encode(t.tgargs, 'escape') like '%\\\\000' || own.attname || '\\\\000' || c.confrelid::regclass || '\\\\000%') as guarded
  from pg_constraint c
  join pg_attribute stamp on stamp.attrelid = c.confrelid and stamp.attname = 'archived_at'
  cross join unnest(c.conkey, c.confkey) as key(own, other)
  join pg_attribute own on own.attrelid = c.conrelid and own.attnum = key.own
  join pg_attribute other on other.attrelid = c.confrelid and other.attnum = key.other and other.attname = 'id'
  where c.contype = 'f' order by 1`;

/** Of what the database derives or freezes itself; nobody gives these references. */
const DERIVED = /^(event_places|event_part_losses|agreement_party_places|erasures|published_\w+)\./;

/** Of what is within another, or a list of it: the whole is in use while it is written. */
const TO_WHOLES = [
  'agenda_item_hosts.item_id',
  'agenda_item_topics.item_id',
  'agenda_items.event_id',
  'agenda_publications.event_id',
  'agreement_links.agreement_id',
  'agreement_obligations.agreement_id',
  'agreement_parties.agreement_id',
  'agreement_places.agreement_id',
  'agreement_signatories.agreement_id',
  'agreement_topics.agreement_id',
  'delegation_members.delegation_id',
  'delegation_organizations.delegation_id',
  'delegation_topics.delegation_id',
  'entry_actors.entry_id',
  'entry_issuers.entry_id',
  'entry_links.entry_id',
  'entry_places.entry_id',
  'entry_topics.entry_id',
  'event_earlier_dates.event_id',
  'event_legs.event_id',
  'event_links.event_id',
  'event_topics.event_id',
  'forum_series_organizers.series_id',
  'organization_relations.organization_id',
  'organization_topics.organization_id',
  'outcome_actors.outcome_id',
  'outcome_places.outcome_id',
  'outcome_topics.outcome_id',
  'participations.event_id',
  'place_containers.place_id',
  'positions.person_id',
  'protected_profiles.person_id',
  'visit_delegation_dates.event_id',
  'visit_delegations.event_id',
];

describe('references to records', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  it('lead to what is in use when they are given, unless they lead to the own whole', async () => {
    const found = await dataSource.query<{ reference: string; name: string; guarded: boolean }[]>(TO_RECORDS);
    const guarded = new Set(found.filter((one) => one.guarded).map(({ reference }) => reference));
    const given = found.filter(({ name }) => name.endsWith('_known')).map(({ reference }) => reference);
    expect(given.filter((reference) => !guarded.has(reference))).toEqual([]);
    expect(given.length).toBeGreaterThan(40);

    const others = found.map(({ reference }) => reference).filter((reference) => !guarded.has(reference));
    expect(others.filter((reference) => !DERIVED.test(reference))).toEqual(TO_WHOLES);
  });
});
