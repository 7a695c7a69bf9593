import {
  type Collection,
  type Sql,
  list,
  object,
  reference,
  referenceTo,
  shownName,
  shownText,
  sql,
} from '#platform';
import { makingFieldsOfSomebody } from '#directory';
import { identityFields, partFields } from '#records';

/** `{ id, name }` of a party, its name that of its organization; null where there is none. */
export function partyReference(id: Sql): Sql {
  return sql`(select ${referenceTo(sql`p`, { name: shownName(sql`o`) })}
    from visible_agreement_parties(:caller) p join visible_organizations(:caller) o on o.id = p.organization_id
    where p.id = ${id})`;
}

function signatoryFields(signatory: Sql, title: Sql): Record<string, Sql> {
  return {
    ...identityFields(signatory),
    party: partyReference(sql`${signatory}.party_id`),
    person: reference(sql`visible_people(:caller)`, sql`${signatory}.person_id`),
    onBehalfOfPerson: reference(sql`visible_people(:caller)`, sql`${signatory}.on_behalf_of_person_id`),
    onBehalfOfOrganization: reference(
      sql`visible_organizations(:caller)`,
      sql`${signatory}.on_behalf_of_organization_id`,
    ),
    title,
    planned: sql`${signatory}.planned`,
    signedOn: sql`${signatory}.signed_on`,
    method: sql`${signatory}.method`,
    ...makingFieldsOfSomebody(signatory),
  };
}

/** A row of `agreement_signatories` with the title in every language. */
export function signatoryView(signatory: Sql): Sql {
  return object(withEveryTitle(signatory));
}

function withEveryTitle(signatory: Sql): Record<string, Sql> {
  return signatoryFields(signatory, sql`${signatory}.title`);
}

/** A row of `agreement_signatories` with the title in one language. */
export function signatoryItem(signatory: Sql): Sql {
  return object(signatoryFields(signatory, shownText(sql`${signatory}.title`)));
}

/** The rows `s` of those who sign for a row of `agreement_parties`. */
function signatoriesOf(party: Sql): Sql {
  return sql`visible_agreement_signatories(:caller) s
    where s.party_id = ${party}.id and (:archived or s.archived_at is null)`;
}

/** Those who sign for a row of `agreement_parties`, as they were recorded. */
export function signatoriesInOrder(party: Sql): Sql {
  return list(object(partFields(withEveryTitle(sql`s`))), signatoriesOf(party), sql`s.id`);
}

/** Who signs for a row of `agreement_parties`, as `SignatoryOfParty` describes each. */
export function signatoriesNamed(party: Sql): Collection {
  const signatory = object({
    id: sql`s.id`,
    person: reference(sql`visible_people(:caller)`, sql`s.person_id`),
    title: shownText(sql`s.title`),
    signedOn: sql`s.signed_on`,
  });
  return [signatory, signatoriesOf(party), sql`s.id`];
}
