import { Injectable } from '@nestjs/common';
import { agendaItemCount } from '#agendas';
import { delegationWithMembers } from '#delegations';
import { addEventFilter, eventFields, eventItemFields, eventList } from '#events';
import { unfinishedMandatory } from '#follow-ups';
import { agendaOf, participantsOf } from '#participants';
import {
  type Caller,
  Database,
  type Json,
  Lists,
  type Transaction,
  type TransitionsView,
  describeMoves,
  list,
  object,
  shownName,
  sql,
  statement,
  unknownRecord,
} from '#platform';
import { VISIT_LIFECYCLE, type VisitFacts, missingForVisit } from './visit.rules.js';
import type { VisitPage, VisitQuery, VisitView } from './visits.dto.js';

const delegationsOfVisit = sql`visit_delegations v join delegations d on d.id = v.delegation_id where v.event_id = e.id`;
const visitFields = { direction: sql`e.direction`, category: sql`e.category` };

const visitItem = object({
  ...eventItemFields,
  ...visitFields,
  delegations: list(object({ id: sql`d.id`, name: shownName(sql`d`) }), delegationsOfVisit, sql`v.position`),
  agendaItemCount: agendaItemCount(sql`e`),
});

const visitView = object({
  ...eventFields,
  ...visitFields,
  delegations: list(delegationWithMembers(sql`d`), delegationsOfVisit, sql`v.position`),
  agenda: agendaOf(sql`e`),
  participants: participantsOf(sql`e`),
});

const oneVisit = statement(
  'visit',
  sql`select e.version, ${visitView} from visible_events(:caller) e
      where e.id = :id and e.kind = 'visit' and (:archived or e.archived_at is null)`,
);

/** What the guards of a visit `e` look at. */
const visitFacts = object({
  status: sql`e.status`,
  starts: sql`e.starts`,
  ends: sql`e.ends`,
  hasHost: sql`exists (select from visible_participations(:caller) p where p.event_id = e.id and p.role = 'host' and p.archived_at is null
                         and p.response not in ('declined', 'withdrawn', 'replaced', 'absent'))`,
  unfinished: unfinishedMandatory(sql`e`),
  hasDelegation: sql`exists (select from visit_delegations v where v.event_id = e.id)`,
});

const factsOfVisit = statement(
  'visit-facts',
  sql`select ${visitFacts} from visible_events(:caller) e where e.id = :id and e.kind = 'visit' and e.archived_at is null`,
);

const visits = eventList<VisitQuery>('visits', 'visit', visitItem, {
  direction: sql`e.direction = :direction`,
  category: sql`e.category = :category`,
});

addEventFilter(
  'delegation',
  sql`select v.event_id from visit_delegations v where v.delegation_id = :delegation`,
);
addEventFilter(
  'person',
  sql`select v.event_id from visit_delegations v join delegation_members m on m.delegation_id = v.delegation_id
      where m.person_id = :person and m.archived_at is null`,
);
addEventFilter(
  'organization',
  sql`select v.event_id from visit_delegations v join delegation_organizations o on o.delegation_id = v.delegation_id
      where o.organization_id = :organization
      union all
      select v.event_id from visit_delegations v join delegation_members m on m.delegation_id = v.delegation_id
      where m.organization_id = :organization and m.archived_at is null`,
);

/** Reads visits. */
@Injectable()
export class VisitQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One visit with everything. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<VisitView>> {
    const visit = await this.database.readRecord<VisitView>(oneVisit, caller, { id }, tx);
    if (!visit) throw unknownRecord('visit');
    return visit;
  }

  /** A page of visits. */
  list(query: VisitQuery, caller: Caller): Promise<Json<VisitPage>> {
    return this.lists.read(visits, query, caller);
  }

  /** What the guards of a visit look at. */
  async readFacts(id: string, caller: Caller, tx?: Transaction): Promise<VisitFacts & { status: string }> {
    const facts = await this.database.readValue<VisitFacts & { status: string }>(
      factsOfVisit,
      caller,
      { id },
      tx,
    );
    if (!facts) throw unknownRecord('visit');
    return facts;
  }

  /** Where a visit stands, the moves that are allowed from there, and what each still lacks. */
  async readTransitions(id: string, caller: Caller): Promise<TransitionsView> {
    const facts = await this.readFacts(id, caller);
    return describeMoves(VISIT_LIFECYCLE, facts.status, (to) => missingForVisit(to, facts));
  }
}
