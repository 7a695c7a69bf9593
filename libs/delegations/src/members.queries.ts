import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type ListDefinition,
  Lists,
  NAMED_SORTS,
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
import { DelegationQueries } from './delegations.queries.js';
import { memberLifecycle } from './delegations.rules.js';
import type { MemberPage, MemberQuery, SingleMemberView } from './members.dto.js';
import { memberCore, memberFields } from './members.fragments.js';

/** A member by its delegation and its own id. */
export interface MemberPath {
  readonly id: string;
  readonly memberId: string;
}

/** One member at its own address, as row `e`. */
export const oneMemberRow = sql`from delegation_members e join delegations d on d.id = e.delegation_id
  where e.id = :memberId and e.delegation_id = :id
    and (:archived or (e.archived_at is null and d.archived_at is null))`;

const oneMember = statement(
  'delegation-member',
  sql`select e.version, ${object({ ...memberFields(sql`e`), statusHistory: statusHistory(sql`e.id`) })} ${oneMemberRow}`,
);

const standing = statement('delegation-member-standing', sql`select e.status ${oneMemberRow}`);

const members: ListDefinition<MemberQuery & { delegation: string }> = {
  name: 'members',
  from: sql`delegation_members e`,
  item: object({
    ...memberCore(sql`e`),
    group: sql`case when e."group" is not null then json_build_object(
      'label', ${shownText(sql`e."group" -> 'label'`)}, 'quantity', e."group" -> 'quantity') end`,
    placeholder: shownText(sql`e.placeholder`),
    title: shownText(sql`e.title`),
  }),
  filters: {
    delegation: sql`e.delegation_id = :delegation`,
    status: sql`e.status = :status`,
    role: sql`e.role = :role`,
    organization: sql`e.organization_id = :organization`,
    person: sql`e.person_id = :person`,
  },
  sorts: {
    precedence: { key: sql`e.precedence`, type: sql`integer`, id: sql`e.id` },
    '-updated': NAMED_SORTS['-updated'],
  },
};

/** Reads the members of delegations. */
@Injectable()
export class MemberQueries {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly delegations: DelegationQueries,
  ) {}

  /** One member; unknown where there is none for this caller. */
  async read(path: MemberPath, caller: Caller, tx?: Transaction): Promise<Json<SingleMemberView>> {
    const member = await this.database.readRecord<SingleMemberView>(oneMember, caller, { ...path }, tx);
    if (!member) throw unknownRecord('member');
    return member;
  }

  /** A page of the members of a delegation. */
  async list(delegation: string, query: MemberQuery, caller: Caller): Promise<Json<MemberPage>> {
    await this.delegations.readStanding(delegation, caller);
    return this.lists.read(members, { ...query, delegation }, caller);
  }

  /** Where a member stands, and the moves open to it. */
  async readTransitions(path: MemberPath, caller: Caller): Promise<TransitionsView> {
    const row = await this.database.readRow(standing, { ...callerValues(caller), ...path });
    if (!row) throw unknownRecord('member');
    return describeMoves(memberLifecycle, row[0]!);
  }
}
