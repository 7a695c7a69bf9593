import { Injectable } from '@nestjs/common';
import { placeOfItem } from '#agendas';
import { isOrganization, isWithin } from '#directory';
import { Concerns, EventConcerns, type IdsBy, type Way, idsBy } from '#events';
import { type Sql, sql } from '#platform';

const agreements = sql`select a.id from visible_agreements(:caller) a`;
const signatories = sql`select s.agreement_id from visible_agreement_signatories(:caller) s`;

// An agreement comes from where its parties are at home.
const OWN: IdsBy = {
  place: (asked) =>
    sql`select c.agreement_id from agreement_places c where ${isWithin(sql`c.place_id`, asked)}`,
  origin: (asked) => sql`select w.agreement_id from agreement_party_places w where w.place_id = ${asked}`,
  topic: (asked) => sql`select t.agreement_id from agreement_topics t where t.topic_id = ${asked}`,
  organization: (asked) => sql`select p.agreement_id from visible_agreement_parties(:caller) p
    where ${isOrganization(sql`p.organization_id`, asked)} and p.archived_at is null
    union all
    ${signatories} where ${isOrganization(sql`s.on_behalf_of_organization_id`, asked)} and s.archived_at is null
    union all
    ${agreements} where ${isOrganization(sql`a.creates_organization_id`, asked)}
    union all
    ${agreements} where ${isOrganization(sql`a.approved_by_organization_id`, asked)}`,
  person: (asked) => sql`${signatories} where s.person_id = ${asked} and s.archived_at is null
    union all
    ${signatories} where s.on_behalf_of_person_id = ${asked} and s.archived_at is null`,
};

/** Every way in which an agreement concerns something. */
@Injectable()
export class AgreementConcerns extends Concerns {
  private readonly tellings: readonly IdsBy[];

  constructor(events: EventConcerns) {
    super();
    this.tellings = [OWN, bySigning(events)];
  }

  override by(way: Way, asked?: Sql): Sql {
    return idsBy(this.tellings, way, asked);
  }
}

/** How agreements concern where they were signed, and the delegations that were there. */
function bySigning(events: EventConcerns): IdsBy {
  return {
    // The places of items are noted of their event, so that few items have to be looked at.
    place: (asked) => sql`${agreements} join visible_agenda_items(:caller) i on i.id = a.signed_at_item_id
      where a.signed_at_event_id in (${events.by('place', asked)}) and ${isWithin(placeOfItem(sql`i`), asked)}`,
    delegation: (asked) => {
      const at = (event: Sql): Sql => sql`${agreements} join visible_events(:caller) v on v.id = a.${event}
        where v.id in (${events.by('delegation', asked)})`;
      return sql`${at(sql`signed_at_event_id`)} union all ${at(sql`origin_event_id`)}`;
    },
  };
}
