import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  NAMED_SORTS,
  NAME_FILTER,
  type Transaction,
  type TransitionsView,
  callerValues,
  describeMoves,
  object,
  shownText,
  sql,
  statement,
  statusHistory,
  unknownRecord,
} from '#platform';
import type { DelegationPage, DelegationQuery, DelegationView } from './delegations.dto.js';
import { delegationCore, delegationFields } from './delegations.fragments.js';
import { type DelegationFacts, delegationLifecycle, missingForMove } from './delegations.rules.js';
import { hasHead, head, memberCount } from './members.fragments.js';

const oneDelegation = statement(
  'delegation',
  sql`select e.version, ${object({ ...delegationFields(sql`e`), statusHistory: statusHistory(sql`e.id`) })}
      from delegations e where e.id = :id and (:archived or e.archived_at is null)`,
);

const standing = statement(
  'delegation-standing',
  sql`select e.status, ${hasHead(sql`e`)} from delegations e where e.id = :id and (:archived or e.archived_at is null)`,
);

const delegations: ListDefinition<DelegationQuery> = {
  name: 'delegations',
  from: sql`delegations e`,
  item: object({
    ...delegationCore(sql`e`),
    purpose: shownText(sql`e.purpose`),
    head: head(sql`e`),
    memberCount: memberCount(sql`e`),
  }),
  filters: {
    q: NAME_FILTER,
    status: sql`e.status = :status`,
    kind: sql`e.kind = :kind`,
    origin: sql`e.origin_place_id in (select within.id from public.places_within(:origin) within)`,
    organization: sql`e.id in (
      select delegation_id from delegation_organizations where organization_id = :organization
      union all
      select delegation_id from delegation_members
      where organization_id = :organization and (:archived or archived_at is null))`,
    person: sql`e.id in (
      select delegation_id from delegation_members
      where person_id = :person and (:archived or archived_at is null))`,
    topic: sql`e.id in (select delegation_id from delegation_topics where topic_id = :topic)`,
  },
  sorts: NAMED_SORTS,
};

/** Reads delegations. */
@Injectable()
export class DelegationQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** One delegation with its members; unknown where there is none for this caller. */
  async read(id: string, caller: Caller, tx?: Transaction): Promise<Json<DelegationView>> {
    const delegation = await this.database.readRecord<DelegationView>(oneDelegation, caller, { id }, tx);
    if (!delegation) throw unknownRecord('delegation');
    return delegation;
  }

  /** A page of delegations. */
  list(query: DelegationQuery, caller: Caller): Promise<Json<DelegationPage>> {
    return this.lists.read(delegations, query, caller);
  }

  /** Where a delegation stands, and the moves open to it. */
  async readTransitions(id: string, caller: Caller): Promise<TransitionsView> {
    const { status, facts } = await this.readStanding(id, caller);
    return describeMoves(delegationLifecycle, status, (to) => missingForMove(to, facts));
  }

  /** The status of a delegation with what its moves are judged by; unknown where there is none for this caller. */
  async readStanding(
    id: string,
    caller: Caller,
    tx?: Transaction,
  ): Promise<{ status: string; facts: DelegationFacts }> {
    const row = await this.database.readRow(standing, { ...callerValues(caller), id }, tx);
    if (!row) throw unknownRecord('delegation');
    return { status: row[0]!, facts: { hasHead: row[1] === 't' } };
  }
}
