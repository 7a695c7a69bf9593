import { type Sql, sql } from '#platform';
import { nameOf, recordKind } from '#records';
import { AGREEMENT } from '../agreements/agreement.record.js';
import { PARTY } from '../parties/party.record.js';
import {
  CreateSignatory,
  PatchSignatory,
  SignatoryPage,
  SignatoryQuery,
  SignatoryView,
} from './signatories.dto.js';
import { Signatory } from './signatory.entity.js';
import { SIGNATORY_CONSTRAINTS } from './signatory.rules.js';

/** Who signs an agreement for one of its parties. */
export const SIGNATORY = recordKind({
  name: 'signatory',
  plural: 'signatories',
  entity: Signatory,
  path: 'signatories',
  tag: 'Agreements',
  says: {
    list: 'Lists the signatories of an agreement, as they were recorded.',
    create: 'Adds a signatory of one of the parties.',
    patch: 'Changes a signatory, or records the signature.',
  },
  called: (row) =>
    sql`coalesce(${nameOf(sql`visible_people(:caller)`, sql`${row}.person_id`)}, ${nameOf(sql`visible_organizations(:caller)`, sql`coalesce(${row}.on_behalf_of_organization_id, ${partysOrganization(row)})`)})`,
  within: AGREEMENT,
  along: [['partyId', PARTY]],
  inUse: sql`exists (select from ${PARTY.visible} party where party.id = e.party_id and party.archived_at is null)`,
  constraints: SIGNATORY_CONSTRAINTS,
  create: CreateSignatory,
  patch: PatchSignatory,
  query: SignatoryQuery,
  view: SignatoryView,
  page: SignatoryPage,
});

function partysOrganization(row: Sql): Sql {
  return sql`(select party.organization_id from ${PARTY.visible} party where party.id = ${row}.party_id)`;
}
