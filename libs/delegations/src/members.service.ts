import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  RecordService,
  Records,
  Refusal,
  type Transaction,
  type TransitionDto,
  created,
  declareParts,
  insertAll,
  invalid,
} from '#platform';
import { Delegation } from './delegation.entity.js';
import { CreateDelegation } from './delegations.dto.js';
import { holdsSeat, memberLifecycle, subjectErrors } from './delegations.rules.js';
import { Member } from './member.entity.js';
import { CreateMember, type NewMember, type PatchMember, type SingleMemberView } from './members.dto.js';
import { type MemberPath, MemberQueries } from './members.queries.js';

/** A delegation as its writers know it. */
export const DELEGATION = {
  entity: Delegation,
  name: 'delegation',
  input: CreateDelegation,
};

declareParts('delegations', { members: ['delegation_members', 'delegation_id'] });

/** Which delegation the address of a member names. */
interface InDelegation {
  readonly delegationId: string;
}

/** Writes the members of delegations, each delegation's one after another. */
@Injectable()
export class MembersService extends RecordService<Member, SingleMemberView, InDelegation> {
  constructor(
    database: Database,
    records: Records,
    private readonly members: MemberQueries,
  ) {
    super(database, records, { entity: Member, name: 'member', input: CreateMember });
  }

  /** Inserts the members of a delegation that is recorded as a whole, in their order. */
  async insertFirst(
    tx: Transaction,
    delegationId: string,
    members: readonly NewMember[],
    caller: Caller,
  ): Promise<void> {
    const errors = members.flatMap((member, index) => subjectErrors(member, `/members/${index}`));
    if (errors.length > 0) throw invalid(errors);
    const rows = members.map((member, index) => this.rowOf(delegationId, member, index + 1, caller));
    await insertAll(tx, Member, rows);
    await this.records.noteFirstStatus(tx, rows, caller);
  }

  /** Adds a member; the one it replaces leaves its seat in the same act. */
  create(delegationId: string, input: CreateMember, caller: Caller): Promise<Json<SingleMemberView>> {
    const errors = subjectErrors(input);
    if (errors.length > 0) throw invalid(errors);
    return this.database.transaction(async (tx) => {
      await this.enter(tx, { delegationId });
      const { replacesId, ...member } = input;
      const replaced = replacesId ? await this.replace(tx, delegationId, replacesId, caller) : null;
      const rank = replaced ? replaced.precedence : (await lastRank(tx, delegationId)) + 1;
      const row = { ...this.rowOf(delegationId, member, rank, caller), replacesId: replaced?.id ?? null };
      await this.records.insert(tx, this.kind, row, caller);
      await this.records.noteFirstStatus(tx, [row], caller);
      return created(row.id, await this.readBack(row.id, caller, tx, { delegationId }));
    });
  }

  /** Changes a member by a merge patch. */
  patch(
    { id, memberId }: MemberPath,
    match: Precondition,
    patch: PatchMember,
    caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    const change = async (tx: Transaction, member: Member): Promise<void> => {
      const errors = subjectErrors({ ...member, ...patch });
      if (errors.length > 0) throw invalid(errors);
      const languages = patch.languages === null ? { languages: [] } : {};
      await this.records.patch(tx, this.kind, member, { ...patch, ...languages }, caller);
    };
    return this.change(memberId, match, caller, change, { delegationId: id });
  }

  /** Moves a member to another status. */
  move(
    { id, memberId }: MemberPath,
    match: Precondition | null,
    move: TransitionDto,
    caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    const change = (tx: Transaction, member: Member): Promise<Member> =>
      this.records.move(tx, this.kind, memberLifecycle, member, move, caller);
    return this.change(memberId, match, caller, change, { delegationId: id });
  }

  protected override async enter(tx: Transaction, { delegationId }: InDelegation): Promise<void> {
    await this.records.lock(tx, DELEGATION, delegationId, null);
  }

  protected readBack(
    memberId: string,
    caller: Caller,
    tx: Transaction,
    { delegationId }: InDelegation,
  ): Promise<Json<SingleMemberView>> {
    return this.members.read({ id: delegationId, memberId }, caller, tx);
  }

  // Moved before the successor is inserted: two heads never stand side by side.
  private async replace(tx: Transaction, delegationId: string, id: string, caller: Caller): Promise<Member> {
    const member = await tx.findOneBy(Member, { id, delegationId });
    if (!member)
      throw invalid([
        {
          pointer: '/replacesId',
          detail: `There is no member ${id} in this delegation.`,
          code: 'unknown-reference',
        },
      ]);
    if (member.archivedAt)
      throw new Refusal('record.archived', 'The member to replace is archived; restore it first.');
    if (!holdsSeat(member.status)) return member;
    return this.records.move(tx, this.kind, memberLifecycle, member, { to: 'replaced' }, caller);
  }

  private rowOf(delegationId: string, member: NewMember, rank: number, caller: Caller) {
    return {
      ...this.records.stamp(caller),
      delegationId,
      personId: member.personId ?? null,
      group: member.group ?? null,
      placeholder: member.placeholder ?? null,
      role: member.role ?? 'member',
      title: member.title ?? null,
      organizationId: member.organizationId ?? null,
      precedence: member.precedence ?? rank,
      precedenceReason: member.precedenceReason ?? null,
      languages: member.languages ?? [],
      status: member.status ?? memberLifecycle.initial,
    };
  }
}

async function lastRank(tx: Transaction, delegationId: string): Promise<number> {
  return (await tx.maximum(Member, 'precedence', { delegationId })) ?? 0;
}
