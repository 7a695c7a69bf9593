import { sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { AGREEMENT } from '../agreements/agreement.record.js';
import { CreateParty, PartyPage, PartyQuery, PartyView, PatchParty } from './parties.dto.js';
import { Party } from './party.entity.js';
import { PARTY_CONSTRAINTS, PARTY_PROBLEMS } from './party.rules.js';

/** An organization that an agreement binds. */
export const PARTY = recordKind({
  name: 'party',
  plural: 'parties',
  entity: Party,
  path: 'parties',
  tag: 'Agreements',
  says: {
    list: 'Lists the parties of an agreement, as they were recorded.',
    create: 'Adds a party with those who sign for it.',
  },
  called: (row) => nameOf(sql`visible_organizations(:caller)`, sql`${row}.organization_id`),
  within: AGREEMENT,
  problems: PARTY_PROBLEMS,
  constraints: PARTY_CONSTRAINTS,
  create: CreateParty,
  patch: PatchParty,
  query: PartyQuery,
  view: PartyView,
  page: PartyPage,
});
