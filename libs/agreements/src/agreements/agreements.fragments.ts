import { agendaItemReference } from '#agendas';
import { eventReference, topicsOf } from '#events';
import {
  type Collection,
  type Sql,
  allOf,
  fewOf,
  list,
  object,
  reference,
  referenceTo,
  shownName,
  sql,
  words,
} from '#platform';
import { identityFields, makingFields, statusHistory, visibilityOf, visibleToOf } from '#records';
import {
  obligationCount,
  obligationsInOrder,
  overdueObligationCount,
} from '../obligations/obligations.fragments.js';
import { partiesInOrder, partyReferences } from '../parties/parties.fragments.js';
import { CAME_TO_NOTHING } from './agreement.rules.js';
import { termFields } from './terms.fragments.js';

function agreementCore(agreement: Sql): Record<string, Sql> {
  return {
    ...identityFields(agreement),
    name: shownName(agreement),
    kind: sql`${agreement}.kind`,
    status: sql`${agreement}.status`,
    ...visibilityOf(agreement),
    binding: sql`${agreement}.binding`,
    referenceNumber: sql`${agreement}.reference_number`,
    virtual: sql`${agreement}.virtual`,
    signedAtEvent: eventReference(sql`${agreement}.signed_at_event_id`),
    signedAtItem: agendaItemReference(sql`${agreement}.signed_at_item_id`),
    originEvent: eventReference(sql`${agreement}.origin_event_id`),
    ...agreementDates(agreement),
    renewal: complete(sql`${agreement}.renewal`, RENEWAL),
    createsOrganization: reference(
      sql`visible_organizations(:caller)`,
      sql`${agreement}.creates_organization_id`,
    ),
    document: complete(sql`${agreement}.document`, DOCUMENT),
    ...termFields(agreement),
    overdueObligationCount: overdueObligationCount(agreement),
    ...makingFields(agreement),
  };
}

const RENEWAL = { mode: sql`'mode'`, term: sql`'term'`, noticePeriod: sql`'noticePeriod'` };
const DOCUMENT = { url: sql`'url'`, title: sql`'title'` };

/** A JSON object with all its members, known or not; null where there is none. */
function complete(json: Sql, keys: Readonly<Record<string, Sql>>): Sql {
  const members = Object.entries(keys).map(([name, key]) => [name, sql`${json} -> ${key}`] as const);
  return sql`case when ${json} is not null then ${object(Object.fromEntries(members))} end`;
}

/** The places and topics of a row of `agreements`, in their order. */
function collectionsOf(agreement: Sql): Readonly<Record<string, Collection>> {
  return {
    topics: topicsOf(sql`agreement_topics`, sql`agreement_id`, sql`${agreement}.id`),
    places: [
      referenceTo(sql`l`),
      sql`agreement_places x join visible_places(:caller) l on l.id = x.place_id where x.agreement_id = ${agreement}.id`,
      sql`x.position`,
      sql`agreement_places x where x.agreement_id = ${agreement}.id`,
    ],
  };
}

function agreementDates(agreement: Sql): Record<string, Sql> {
  return {
    proposed: sql`${agreement}.proposed`,
    approved: sql`${agreement}.approved`,
    approvedByOrganization: reference(
      sql`visible_organizations(:caller)`,
      sql`${agreement}.approved_by_organization_id`,
    ),
    approvalSession: sql`${agreement}.approval_session`,
    approvalResolution: sql`${agreement}.approval_resolution`,
    signed: sql`${agreement}.signed`,
    effective: sql`${agreement}.effective`,
    effectiveOnSignature: sql`${agreement}.effective_on_signature`,
    expiry: sql`${agreement}.expiry`,
    review: sql`${agreement}.review`,
    terminated: sql`${agreement}.terminated`,
    terminationReason: sql`${agreement}.termination_reason`,
  };
}

/** A row of `agreements` in the register. */
export function agreementItem(agreement: Sql): Sql {
  return object({
    ...agreementCore(agreement),
    ...fewOf({ ...collectionsOf(agreement), parties: partyReferences(agreement) }),
    obligationCount: obligationCount(agreement),
  });
}

/** A row of `agreements` with everything that is part of it. */
export function agreementView(agreement: Sql): Sql {
  return object({
    ...agreementCore(agreement),
    ...visibleToOf(agreement),
    names: sql`${agreement}.names`,
    ...allOf(collectionsOf(agreement)),
    objectives: sql`${agreement}.objectives`,
    authenticLanguages: sql`${agreement}.authentic_languages`,
    parties: partiesInOrder(agreement),
    obligations: obligationsInOrder(agreement),
    links: linkedAgreements(agreement, sql`k.agreement_id`, sql`k.to_id`),
    linkedFrom: linkedAgreements(agreement, sql`k.to_id`, sql`k.agreement_id`),
    statusHistory: statusHistory(sql`${agreement}.id`),
  });
}

/** Whether another agreement, of which something came or still may, renews or replaces a row of `agreements`. */
export function isFollowedBy(agreement: Sql, kind: 'renews' | 'replaces'): Sql {
  return sql`exists (select from all_agreement_links(:caller) k
    join all_agreements(:caller) o on o.id = k.agreement_id
    where k.to_id = ${agreement}.id and k.kind = ${words([kind])} and k.archived_at is null
      and o.archived_at is null and o.status not in (${words(CAME_TO_NOTHING)}))`;
}

/** The agreements that were or will be signed at a visible event, or came from it, as they were recorded. */
export function agreementsOf(event: Sql): Sql {
  return list(
    datedAgreement(sql`a`),
    sql`visible_agreements(:caller) a
      where (a.signed_at_event_id = ${event}.id or a.origin_event_id = ${event}.id) and a.archived_at is null`,
    sql`a.id`,
  );
}

/** An agreement that is referred to, with when it was signed and where it stands, or null. */
export function agreementReference(id: Sql): Sql {
  return sql`(select ${datedAgreement(sql`ref`)} from visible_agreements(:caller) ref where ref.id = ${id})`;
}

/** How an answer refers to the row of an agreement. */
function datedAgreement(row: Sql): Sql {
  return referenceTo(row, { name: shownName(row), status: sql`${row}.status`, signed: sql`${row}.signed` });
}

function linkedAgreements(agreement: Sql, own: Sql, other: Sql): Sql {
  const link = object({ id: sql`k.id`, kind: sql`k.kind`, agreement: agreementReference(other) });
  return list(
    link,
    sql`visible_agreement_links(:caller) k
      where ${own} = ${agreement}.id and (:archived or k.archived_at is null)`,
    sql`k.id`,
  );
}
