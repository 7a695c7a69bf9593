import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, openTestDatabase } from '#platform/testing';
import type { DataSource } from 'typeorm';

const TABLES = ['organizations', 'people', 'places', 'topics'];

/** Every foreign key to what can be merged. */
const KEYS = `
  select distinct conrelid::regclass::text || '.' || own.attname as reference
  from pg_constraint c cross join unnest(c.conkey, c.confkey) as key(own, other)
  join pg_attribute own on own.attrelid = c.conrelid and own.attnum = key.own
  join pg_attribute other on other.attrelid = c.confrelid and other.attnum = key.other and other.attname = 'id'
  where c.contype = 'f' and c.confrelid::regclass::text = any ($1) order by 1`;

/** What is not moved, and why: the database derives it, it is bound to its person, or nobody with it is merged. */
const NOT_MOVED = [
  'agreement_party_places.place_id',
  'erasures.person_id',
  'event_places.place_id',
  'protected_profiles.person_id',
];

/** Columns of ids that no foreign key holds. */
const LOOSE = `
  select a.attrelid::regclass::text || '.' || a.attname as column
  from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'id'
    and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
    and not exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any (k.conkey))
  order by 1`;

/** Those that lead to nothing which can be merged, tell what was, or go with it. */
const LEADS_ELSEWHERE = [
  'access_tokens.line_id',
  'agreements.visible_to_actor_ids',
  'audit_events.subject_id',
  'calendar_links.line_id',
  'changes.record_id',
  'conflict_acknowledgements.fingerprint',
  'delegations.visible_to_actor_ids',
  'different_records.first_id',
  'different_records.said_first_id',
  'different_records.said_second_id',
  'different_records.second_id',
  'entries.visible_to_actor_ids',
  'erased_documents.record_id',
  'erasures.transaction',
  'events.visible_to_actor_ids',
  'follow_ups.concerned_agreement_id',
  'follow_ups.concerned_event_id',
  'follow_ups.visible_to_actor_ids',
  'history.by_id',
  'history.for_id',
  'history.record_id',
  'history.transaction',
  'imported_items.event_id',
  'imported_items.item_id',
  'merged_profiles.person_id',
  'merges.from_id',
  'merges.into_id',
  'merges.transaction',
  'outcomes.concerned_event_id',
  'outcomes.visible_to_actor_ids',
  'place_retellings.record_id',
  'published_items.leg_id',
  'record_keys.key',
  'record_keys.record_id',
  'record_words.record_id',
  'sources.visible_to_actor_ids',
  'status_changes.for_id',
  'status_changes.record_id',
  'status_changes.transaction',
];

describe('what refers to a record that is merged', () => {
  let test: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ dataSource } = await test.connect());
  });
  afterAll(() => test.drop());

  async function read(query: string, values: unknown[] = []): Promise<string[]> {
    const rows = await dataSource.query<Record<string, string>[]>(query, values);
    return rows.map((row) => Object.values(row)[0]!);
  }

  it('is moved by every foreign key there is, but for what follows by itself', async () => {
    const keys = await read(KEYS, [TABLES]);
    const moved = await read(
      `select r.of_table || '.' || r.own from unnest($1::text[]) t cross join lateral public.references_to(t::regclass) r`,
      [TABLES],
    );
    expect(keys.filter((reference) => !moved.includes(reference))).toEqual(NOT_MOVED);
    expect(keys.length).toBeGreaterThan(60);
  });

  it('is moved where no foreign key leads, too', async () => {
    const moved = await read(`
      select of_table || '.' || own from public.loose_references()
      union select of_table || '.' || own from public.listed_references()`);
    const loose = await read(LOOSE);
    expect(loose.filter((column) => !moved.includes(column))).toEqual(LEADS_ELSEWHERE);
    expect(moved.filter((column) => !loose.includes(column))).toEqual([]);
  });

  it('is kept from being merged while a list of ids names it', async () => {
    const listing = await read(
      `select distinct l.of_table::text from public.listed_references() l order by 1`,
    );
    const held = await read(
      `select t.tgrelid::regclass::text from pg_trigger t where t.tgfoid = 'public.hold_listed_references'::regproc order by 1`,
    );
    expect(held).toEqual(listing);
  });

  it('is one version further once, in whatever list of it another record is named', async () => {
    const owners = await read(
      `select distinct r.of_table || ' of ' || coalesce(r.owner_table, 'nothing') from unnest($1::text[]) t
       cross join lateral public.references_to(t::regclass) r where not r.is_record order by 1`,
      [TABLES],
    );
    expect(owners.filter((list) => list.endsWith(' of nothing'))).toEqual([
      'actors of nothing',
      'calendar_links of nothing',
      'dossier_entries of nothing',
      'published_items of nothing',
      'published_participations of nothing',
    ]);
  });
});
