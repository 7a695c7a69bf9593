import { Injectable } from '@nestjs/common';
import type { Caller, Json, Precondition, Transaction } from '#platform';
import { type At, RecordService, Records, columnsAt } from '#records';
import { Refusal, assertValid, invalid } from '#refusals';
import { isExpected } from '#vocabulary';
import { IsNull } from 'typeorm';
import type { CreateMember, NewMember, PatchMember } from './member-input.dto.js';
import type { SingleMemberView } from './member-view.dto.js';
import { Member } from './member.entity.js';
import { MEMBER } from './member.record.js';
import { MEMBER_PROBLEMS, subjectErrors } from './member.rules.js';
import { MemberQueries } from './members.queries.js';

/** Writes the members of delegations, each delegation's one after another. */
@Injectable()
export class MembersService extends RecordService<typeof MEMBER> {
  constructor(records: Records, members: MemberQueries) {
    super(records, MEMBER, members);
  }

  /** Inserts the members of a delegation that is recorded as a whole, in their order. */
  async insertFirst(
    tx: Transaction,
    delegationId: string,
    members: readonly NewMember[],
    caller: Caller,
  ): Promise<void> {
    assertValid(members.flatMap((member, index) => subjectErrors(member, `/members/${index}`)));
    const rows = members.map((member, index) => ({ ...rowOf(member, index + 1), delegationId }));
    await this.records.insertAll(tx, MEMBER, rows, caller);
  }

  /** Adds a member; the one it replaces leaves its seat in the same act. */
  override create(
    at: At,
    { replacesId, ...member }: CreateMember,
    caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    assertValid(subjectErrors(member));
    return this.add(at, caller, async (tx) => {
      const replaced = replacesId ? await this.replace(tx, at, replacesId, caller) : null;
      const rank = replaced ? replaced.precedence : (await lastRank(tx, at)) + 1;
      const row = { ...rowOf(member, rank), delegationId: at.delegationId, replacesId: replaced?.id };
      return this.records.insert(tx, MEMBER, row, caller);
    });
  }

  /** Changes a member by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    patch: PatchMember,
    caller: Caller,
  ): Promise<Json<SingleMemberView>> {
    return this.edit(at, match, caller, async (tx, member) => {
      const languages = patch.languages === null ? { languages: [] } : {};
      await this.records.patch(tx, MEMBER, member, { ...patch, ...languages }, caller, {
        errorsOf: subjectErrors,
      });
    });
  }

  /** Nobody comes back to a seat that somebody else has taken meanwhile. */
  protected override async assertRestorable(tx: Transaction, { replacesId }: Member): Promise<void> {
    if (replacesId) await refuseReplaced(tx, replacesId);
  }

  // Moved before the successor is inserted: there are never two heads.
  private async replace(tx: Transaction, at: At, id: string, caller: Caller): Promise<Member> {
    const member = await tx.findOneBy(Member, { ...columnsAt(MEMBER, at), id });
    if (!member)
      throw invalid([
        {
          pointer: '/replacesId',
          detail: `There is no member ${id} in this delegation.`,
          code: 'unknown-reference',
        },
      ]);
    await refuseReplaced(tx, id);
    if (!isExpected(member.status)) return member;
    return this.records.move(tx, MEMBER, member, { to: 'replaced' }, caller);
  }
}

/** Refuses the seat of a member where somebody has taken it; the members of a delegation are written one after another. */
async function refuseReplaced(tx: Transaction, id: string): Promise<void> {
  const successor = await tx.findOneBy(Member, { replacesId: id, archivedAt: IsNull() });
  if (!successor) return;
  const detail = `The seat of the member ${id} was taken by ${successor.id}: replace that one, or put it away first.`;
  throw new Refusal(MEMBER_PROBLEMS['delegation.member-replaced'], detail);
}

/** What is written of a member, with what is usual where nothing is said. */
function rowOf(member: NewMember, rank: number): Partial<Member> {
  const { role = 'member', precedence = rank, languages } = member;
  return { ...member, role, precedence, languages: languages ?? [] };
}

async function lastRank(tx: Transaction, at: At): Promise<number> {
  return (await tx.maximum(Member, 'precedence', columnsAt(MEMBER, at))) ?? 0;
}
