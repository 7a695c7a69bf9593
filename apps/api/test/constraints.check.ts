import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRelationship, anEntry } from '#briefings/testing';
import { aDelegation, aMember } from '#delegations/testing';
import { aPlace, anOrganization, named } from '#directory/testing';
import { anOutcome } from '#follow-ups/testing';
import { Violations } from '#platform';
import { DataSource } from 'typeorm';
import type { Answer, Recorded } from './answer.js';
import { aVisit } from './known.js';
import { type Office, openOffice } from './office.js';

/** Every rule of the database that can refuse a row: constraints, and indexes that keep apart what is in use. */
const RULES = `
  select conname as name, contype as type from pg_constraint
  where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'x', 'c', 'f')
    and conrelid <> 'migrations'::regclass
  union
  select i.relname, 'u' from pg_index x join pg_class i on i.oid = x.indexrelid
  where i.relnamespace = 'public'::regnamespace and x.indisunique and x.indrelid <> 'migrations'::regclass
    and not exists (select from pg_constraint c where c.conindid = i.oid)
  order by 1`;

/** What a request cannot reach, since the program makes the values or has judged them before. */
const OUT_OF_REACH: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/_pkey$/, 'ids are made here, and entries of lists are told apart before'],
  [/_version_check$|_sequence_check$|_number_check$|_number_once$/, 'counted here'],
  [/_uid_once$|_hash_once$|^actors_/, 'made here'],
  [
    /^(history|status_changes|audit_events|erasures|merges|merge_steps|merged_profiles|idempotency_keys|change_stamps|changes|access_tokens|calendar_links|calendar_maps|published_|different_records_)/,
    'written here alone',
  ],
  [/_whole$|_whole_by_level$/, 'for foreign keys to refer to'],
  [/_names_check$|_check$/, 'lists of words and ranges, which the fields of inputs have too'],
  [/_one_origin$|_one_owner$|_one_subject$|_one_target$/, 'rules that are judged before, by the same words'],
  [/^agenda_items_(end_after_start|one_time|one_hour|zoned|place_kind_known)$/, 'judged before'],
  [/^deputies_(other|in_order)$/, 'judged before'],
  [/^agenda_items_(start|end|day)_told$/, 'made here, of one time'],
];

interface Rule {
  readonly name: string;
  readonly type: string;
}

describe('what the database refuses', () => {
  let office: Office;
  let rules: Rule[];

  beforeAll(async () => {
    office = await openOffice();
    rules = await office.provider(DataSource).query<Rule[]>(RULES);
  });
  afterAll(() => office.close());

  it('has words for an organizer, refers to what is not there, or is out of reach', () => {
    const { names } = office.provider(Violations);
    const told = rules.filter(({ name, type }) => type === 'f' || names.includes(name));
    const unreachable = rules.filter(({ name }) => OUT_OF_REACH.some(([pattern]) => pattern.test(name)));
    const silent = rules.filter((rule) => !told.includes(rule) && !unreachable.includes(rule));
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(rules.length).toBeGreaterThan(150);
  });

  it('is told in its own words wherever it can be provoked', async () => {
    const provoked = await provocations(office);
    const answers = await Promise.all(
      Object.entries(provoked).map(async ([name, provoke]) => {
        const { status, body } = await provoke();
        return [name, status < 500 && status >= 400, body.code !== 'server.fault'];
      }),
    );
    expect(answers).toEqual(Object.keys(provoked).map((name) => [name, true, true]));
    expect(Object.keys(provoked).filter((name) => !rules.some((rule) => rule.name === name))).toEqual([]);
  });
});

type Provocation = () => Promise<Answer>;

/** Breaks each rule that a request can break, by the name of the rule. */
async function provocations(office: Office): Promise<Readonly<Record<string, Provocation>>> {
  const place = await office.record('/v1/places', aPlace());
  const organization = await office.record('/v1/organizations', anOrganization());
  const [one, other] = [await completedVisit(office), await completedVisit(office)];
  const [thanks] = (await office.get(`/v1/follow-ups?event=${one.id}`)).body.items;
  const person = await office.record('/v1/people', { names: named('Sun Zhiming') });
  const delegation = await office.record('/v1/delegations', {
    ...aDelegation(),
    members: [{ personId: person.id, role: 'head' }],
  });
  const agreement = await office.record('/v1/agreements', {
    names: named('MoU'),
    parties: [{ organizationId: organization.id }],
  });
  const links = { kind: 'follows', toId: other.id };
  const participation = { personId: person.id, side: 'host', role: 'host' };
  const relation = { kind: 'present_in', toPlaceId: place.id };
  const position = { organizationId: organization.id, title: { en: 'Rector' } };
  await office.record(`${one.at}/links`, links);
  await office.record(`${one.at}/participants`, participation);
  await office.record(`${organization.at}/relations`, relation);
  await office.record(`${person.at}/positions`, position);
  const item = { kind: 'meeting', title: { en: 'Welcome' } };
  const part = await office.record(`${one.at}/agenda`, {
    ...item,
    parentId: (await office.record(`${one.at}/agenda`, item)).id,
  });
  const entry = await office.record('/v1/entries', anEntry({ placeId: place.id }));
  const linked = { kind: 'based_on', toId: entry.id };
  const basedOnIt = await office.record('/v1/entries', anEntry({ placeId: place.id }));
  await office.record(`${basedOnIt.at}/links`, linked);
  const sides = { fromPlaceId: place.id, toOrganizationId: organization.id };
  await office.record('/v1/relationships', aRelationship(sides));
  const itself = (kind: string) => ({ kind, toOrganizationId: organization.id });
  return {
    follow_ups_standing_once: () => office.patch(`/v1/follow-ups/${thanks.id}`, { eventId: other.id }, ANY),
    places_coordinates_whole: () => office.post('/v1/places', { ...aPlace(), latitude: 1 }),
    event_links_once: () => office.post(`${one.at}/links`, links),
    event_links_not_itself: () => office.post(`${one.at}/links`, { ...links, toId: one.id }),
    participations_once: () => office.post(`${one.at}/participants`, participation),
    participations_one_subject: () => office.post(`${one.at}/participants`, { side: 'host', role: 'host' }),
    organization_relations_once: () => office.post(`${organization.at}/relations`, relation),
    organization_relations_not_itself: () => office.post(`${organization.at}/relations`, itself('member_of')),
    positions_once: () => office.post(`${person.at}/positions`, position),
    delegation_members_one_head: () =>
      office.post(`${delegation.at}/members`, { ...aMember(), role: 'head' }),
    delegation_members_person_once: () => office.post(`${delegation.at}/members`, { personId: person.id }),
    agreement_parties_once: () => office.post(`${agreement.at}/parties`, { organizationId: organization.id }),
    agreement_links_not_itself: () =>
      office.post(`${agreement.at}/links`, { kind: 'renews', toId: agreement.id }),
    agreement_signatories_party_known: () =>
      office.post(`${agreement.at}/signatories`, { partyId: place.id }),
    agreement_obligations_party_known: () =>
      office.post(`${agreement.at}/obligations`, { text: { en: 'x' }, partyId: place.id }),
    agenda_items_one_level: () => office.post(`${one.at}/agenda`, { ...item, parentId: part.id }),
    agenda_items_parent_known: () => office.post(`${one.at}/agenda`, { ...item, parentId: place.id }),
    agenda_items_leg_known: () => office.post(`${one.at}/agenda`, { ...item, legId: place.id }),
    travel_times_not_itself: () =>
      office.post('/v1/travel-times', { fromPlaceId: place.id, toPlaceId: place.id, minutes: 5 }),
    outcomes_event_known: () => office.post('/v1/outcomes', anOutcome({ eventId: place.id })),
    entries_item_of_event: () =>
      office.post('/v1/entries', anEntry({ placeId: place.id, eventId: other.id, itemId: part.id })),
    entry_links_once: () => office.post(`${basedOnIt.at}/links`, linked),
    entry_links_not_itself: () => office.post(`${entry.at}/links`, linked),
    relationships_once: () =>
      office.post(
        '/v1/relationships',
        aRelationship({ fromOrganizationId: organization.id, toPlaceId: place.id }),
      ),
    relationships_not_itself: () =>
      office.post('/v1/relationships', aRelationship({ fromPlaceId: place.id, toPlaceId: place.id })),
    outcomes_one_origin: () => office.post('/v1/outcomes', anOutcome({ eventId: undefined })),
  };
}

const ANY = { 'if-match': '*' };

/** A visit that has its standing follow-ups. */
async function completedVisit(office: Office): Promise<Recorded> {
  const visit = await office.record(
    '/v1/visits',
    aVisit({ status: 'ongoing', starts: '2026-05-10', ends: '2026-05-10' }),
  );
  await office.move(visit, 'completed');
  return visit;
}
