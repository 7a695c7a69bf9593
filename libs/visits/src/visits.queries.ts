import { Injectable } from '@nestjs/common';
import { agendaItemCount } from '#agendas';
import { delegationWithMembers } from '#delegations';
import { isOrganization } from '#directory';
import { EventConcerns, type EventsBy, eventFields, eventFilters, eventItemFields, eventList } from '#events';
import { unfinishedMandatory } from '#follow-ups';
import { agendaOf, participantsOf } from '#participants';
import { list, object, shownName, sql } from '#platform';
import { type Judgement, RecordQueries, RecordReader, isExpected } from '#records';
import { VISIT } from './visit.record.js';
import { type VisitFacts, missingForVisit } from './visit.rules.js';

const delegations = sql`visit_delegations v join visible_delegations(:caller) d on d.id = v.delegation_id
  where v.event_id = e.id`;
const visitFields = { direction: sql`e.direction`, category: sql`e.category` };

const visitItem = object({
  ...eventItemFields,
  ...visitFields,
  delegations: list(object({ id: sql`d.id`, name: shownName(sql`d`) }), delegations, sql`v.position`),
  agendaItemCount: agendaItemCount(sql`e`),
});

const visitView = object({
  ...eventFields,
  ...visitFields,
  delegations: list(delegationWithMembers(sql`d`), delegations, sql`v.position`),
  agenda: agendaOf(sql`e`),
  participants: participantsOf(sql`e`),
});

const judgement: Judgement<VisitFacts> = {
  facts: {
    starts: sql`e.starts`,
    ends: sql`e.ends`,
    hasHost: sql`exists (select from visible_participations(:caller) p where p.event_id = e.id and p.role = 'host'
      and p.archived_at is null and ${isExpected(sql`p.response`)})`,
    hasDelegation: sql`exists (select from visit_delegations v where v.event_id = e.id)`,
    unfinished: unfinishedMandatory(sql`e`),
  },
  missing: missingForVisit,
};

/** How visits concern their delegations, and those who belong to them. */
export const eventsByDelegation: EventsBy = {
  delegation: sql`select v.event_id from visit_delegations v where v.delegation_id = :delegation`,
  person: sql`select v.event_id from visit_delegations v
    join visible_delegation_members(:caller) m on m.delegation_id = v.delegation_id
    where m.person_id = :person and m.archived_at is null`,
  organization: sql`select v.event_id from visit_delegations v join delegation_organizations o on o.delegation_id = v.delegation_id
    where ${isOrganization(sql`o.organization_id`)}
    union all
    select v.event_id from visit_delegations v
    join visible_delegation_members(:caller) m on m.delegation_id = v.delegation_id
    where ${isOrganization(sql`m.organization_id`)} and m.archived_at is null`,
};

/** Reads visits. */
@Injectable()
export class VisitQueries extends RecordQueries<typeof VISIT, VisitFacts> {
  constructor(reader: RecordReader, concerns: EventConcerns) {
    super(reader, VISIT, {
      one: visitView,
      list: {
        ...eventList('visit'),
        item: visitItem,
        filters: {
          ...eventFilters(concerns),
          direction: sql`e.direction = :direction`,
          category: sql`e.category = :category`,
        },
      },
      judgement,
    });
  }
}
