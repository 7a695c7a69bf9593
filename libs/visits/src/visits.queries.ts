import { Injectable } from '@nestjs/common';
import { agendaItemCount, agendaItemsOf, isUnsettled } from '#agendas';
import { agreementsOf } from '#agreements';
import { delegationFields, isTravelling } from '#delegations';
import { isOrganization, isWithin } from '#directory';
import { EventConcerns, type IdsBy, eventFields, eventFilters, eventItemFields, eventList } from '#events';
import { followUpsOf, outcomesOf, unfinishedMandatory } from '#follow-ups';
import { agendaOf, participantsOf } from '#participants';
import {
  type Caller,
  type Collection,
  type Sql,
  type Transaction,
  fewOf,
  list,
  object,
  reference,
  referenceTo,
  shownName,
  shownText,
  sql,
  statement,
  words,
} from '#platform';
import { type At, type Judgement, RecordQueries, RecordReader, isExpected, partFields } from '#records';
import { VISIT } from './visit.record.js';
import { BEFORE_THE_END, GUARDED_STATUSES, type VisitFacts, missingForVisit } from './visit.rules.js';

const delegations = sql`visit_delegations v join visible_delegations(:caller) d on d.id = v.delegation_id
  where v.event_id = e.id`;
const visitFields = {
  direction: sql`e.direction`,
  category: sql`e.category`,
  ordinal: sql`e.ordinal`,
  hostCity: reference(sql`visible_places(:caller)`, sql`e.host_city_id`),
};

const datedDelegations = sql`(
    select v.delegation_id, v.position, t.starts, t.ends from visit_delegations v
    left join visit_delegation_dates t on t.event_id = v.event_id and t.delegation_id = v.delegation_id
    where v.event_id = e.id
  ) v join visible_delegations(:caller) d on d.id = v.delegation_id`;

const delegationsNamed: Collection = [referenceTo(sql`d`), delegations, sql`v.position`];

const visitItem = object({
  ...eventItemFields,
  ...visitFields,
  ...fewOf({ delegations: delegationsNamed }),
  agendaItemCount: agendaItemCount(sql`e`),
});

/** Delegations `d` of a visit that are still on their way, though they come on no other visit that is not over. */
const onTheirWay = sql`${delegations} and d.archived_at is null and d.status in ('draft', 'nominated', 'confirmed', 'arrived')
  and not exists (select from visit_delegations x join busy_events(:caller) o on o.id = x.event_id
    where x.delegation_id = d.id and x.event_id <> e.id and o.archived_at is null
      and o.status in (${words(BEFORE_THE_END)}))`;

const unsettled = sql`case when e.status in ('completed', 'closed') then (
  select coalesce(json_agg(${object({ kind: sql`u.kind`, id: sql`u.id`, name: sql`u.name`, status: sql`u.status` })}
    order by u.kind, u.position, u.id), '[]'::json)
  from (
    select 'agenda_item' as kind, i.id, ${shownText(sql`i.title`)} as name, i.status, i.position
    from ${agendaItemsOf(sql`e`)} and ${isUnsettled(sql`i`)}
    union all
    select 'delegation', d.id, ${shownName(sql`d`)}, d.status, v.position from ${onTheirWay}) u) else '[]'::json end`;

const delegationsOnTheirWay = statement(
  'delegations-on-their-way',
  sql`select ${list(sql`d.id`, onTheirWay, sql`v.position`)} from visible_events(:caller) e where e.id = :id`,
);

const visitView = object({
  ...eventFields,
  ...visitFields,
  delegations: list(
    object({ ...partFields(delegationFields(sql`d`)), starts: sql`v.starts`, ends: sql`v.ends` }),
    datedDelegations,
    sql`v.position`,
  ),
  agenda: agendaOf(sql`e`),
  participants: participantsOf(sql`e`),
  agreements: agreementsOf(sql`e`),
  outcomes: outcomesOf(sql`e`),
  followUps: followUpsOf(sql`e`),
  unsettled,
});

const judgement: Judgement<VisitFacts> = {
  facts: {
    starts: sql`e.starts`,
    ends: sql`e.ends`,
    hasHost: sql`exists (select from busy_participations(:caller) p where p.event_id = e.id and p.role = 'host'
      and p.archived_at is null and ${isExpected(sql`p.response`)} and p.response <> 'under_evaluation')`,
    hasDelegation: sql`exists (select from visit_delegations v join busy_delegations(:caller) d on d.id = v.delegation_id
      where v.event_id = e.id and ${isTravelling(sql`d`)})`,
    unfinished: unfinishedMandatory(sql`e`),
  },
  missing: missingForVisit,
  guarded: GUARDED_STATUSES,
};

const asMember = (condition: Sql): Sql => sql`select v.event_id from visit_delegations v
  join visible_delegation_members(:caller) m on m.delegation_id = v.delegation_id
  where ${condition} and m.archived_at is null`;

/** How visits concern their delegations, where these come from, and those who belong to them. */
export const eventsByDelegation: IdsBy = {
  delegation: (asked) => sql`select v.event_id from visit_delegations v where v.delegation_id = ${asked}`,
  origin: (asked) => sql`select v.event_id from visit_delegations v
    join visible_delegations(:caller) d on d.id = v.delegation_id where ${isWithin(sql`d.origin_place_id`, asked)}`,
  person: (asked) => asMember(sql`m.person_id = ${asked}`),
  organization: (asked) => sql`select v.event_id from visit_delegations v
    join visible_delegations(:caller) d on d.id = v.delegation_id
    join delegation_organizations o on o.delegation_id = d.id
    where ${isOrganization(sql`o.organization_id`, asked)}
    union all
    ${asMember(isOrganization(sql`m.organization_id`, asked))}`,
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
          hostCity: isWithin(sql`e.host_city_id`, sql`:hostCity`),
        },
      },
      judgement,
    });
  }

  /** The delegations of a visit that are still on their way. */
  readOnTheirWay(at: At, caller: Caller, tx: Transaction): Promise<string[]> {
    return this.reader.readValue(VISIT, delegationsOnTheirWay, at, caller, tx);
  }
}
