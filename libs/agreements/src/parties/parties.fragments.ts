import {
  type Collection,
  type Sql,
  fewOf,
  list,
  object,
  reference,
  referenceTo,
  shownName,
  sql,
} from '#platform';
import { identityFields, makingFields, partFields } from '#records';
import { signatoriesInOrder, signatoriesNamed } from '../signatories/signatories.fragments.js';

function partyCore(party: Sql): Record<string, Sql> {
  return {
    ...identityFields(party),
    organization: reference(sql`visible_organizations(:caller)`, sql`${party}.organization_id`),
    side: sql`${party}.side`,
    role: sql`${party}.role`,
    signatoryUnknown: sql`${party}.signatory_unknown`,
    ...makingFields(party),
  };
}

/** A row of `agreement_parties` with those who sign for it. */
export function partyFields(party: Sql): Record<string, Sql> {
  return { ...partyCore(party), signatories: signatoriesInOrder(party) };
}

/** A row of `agreement_parties` in a list. */
export function partyItem(party: Sql): Sql {
  return object({ ...partyCore(party), ...fewOf({ signatories: signatoriesNamed(party) }) });
}

function partiesOf(agreement: Sql): Sql {
  return sql`p.agreement_id = ${agreement}.id and (:archived or p.archived_at is null)`;
}

/** The parties of a row of `agreements` with those who sign for them, as they were recorded. */
export function partiesInOrder(agreement: Sql): Sql {
  return list(
    object(partFields(partyFields(sql`p`))),
    sql`visible_agreement_parties(:caller) p where ${partiesOf(agreement)}`,
    sql`p.id`,
  );
}

/** Rows `p` of `agreement_parties` with their organizations `o`. */
const named = sql`visible_agreement_parties(:caller) p
  join visible_organizations(:caller) o on o.id = p.organization_id`;

/** `{ id, name, side }` of the organizations that are parties to a row of `agreements`. */
export function partyReferences(agreement: Sql): Collection {
  return [
    referenceTo(sql`o`, { name: shownName(sql`o`), side: sql`p.side` }),
    sql`${named} where ${partiesOf(agreement)}`,
    sql`p.id`,
  ];
}

/** How many parties a row of `agreements` has. */
export function partyCount(agreement: Sql): Sql {
  return sql`(select count(*) from visible_agreement_parties(:caller) p where ${partiesOf(agreement)})`;
}

/** The rows `s` of those who have signed, of those that meet a condition. */
function signatures(condition: Sql): Sql {
  return sql`visible_agreement_signatories(:caller) s
    where ${condition} and s.archived_at is null and s.signed_on is not null`;
}

const hasSigned = sql`exists (select from ${signatures(sql`s.party_id = p.id`)})`;

/** When the last party to a row of `agreements` signed; null where one has not, or nobody knows when it did. */
export function lastSignature(agreement: Sql): Sql {
  const parties = sql`visible_agreement_parties(:caller) p
    where p.agreement_id = ${agreement}.id and p.archived_at is null`;
  // Of dates that end on the same day, the one that is better known.
  return sql`(select s.signed_on from ${signatures(sql`s.party_id in (select p.id from ${parties})`)}
      and not exists (select from ${parties} and not ${hasSigned})
    order by public.partial_date_latest(s.signed_on) desc, public.partial_date_earliest(s.signed_on) desc limit 1)`;
}

/** The first day on which all signatures under a row of `agreements` can have been made; null where there is none. */
export function signaturesFrom(agreement: Sql): Sql {
  return sql`(select max(public.partial_date_earliest(s.signed_on)) from visible_agreement_parties(:caller) p,
    lateral (select s.signed_on from ${signatures(sql`s.party_id = p.id`)}) s
    where p.agreement_id = ${agreement}.id and p.archived_at is null)`;
}

/** The names of the parties to a row of `agreements` that have not signed, nor said that their signatory is not known. */
export function unsignedParties(agreement: Sql): Sql {
  return list(
    shownName(sql`o`),
    sql`${named}
      where p.agreement_id = ${agreement}.id and p.archived_at is null and not p.signatory_unknown
        and not ${hasSigned}`,
    sql`p.id`,
  );
}
