import type { Transaction } from '#platform';
import { unseenAmong } from '#records';
import { type Problem, Refusal } from '#refusals';
import { type FindOptionsWhere, IsNull, Not } from 'typeorm';
import { FollowUp } from './follow-up.entity.js';

/**
 * Refuses to follow up what is followed up already, in sight of the caller or not; a follow-up that they do not see is not
 * named.
 * @param by which follow-ups are of it
 * @param what what is followed up, as it begins a sentence
 */
export async function refuseFollowedUp(
  tx: Transaction,
  by: FindOptionsWhere<FollowUp>,
  problem: Problem,
  what: string,
): Promise<void> {
  const inUse = { ...by, archivedAt: IsNull(), status: Not('cancelled' as const) };
  const present = (await tx.find(FollowUp, { select: { id: true }, where: inUse })).map(({ id }) => id);
  if (present.length === 0) return;
  const unseen = await unseenAmong(tx, present);
  const seen = present.find((id) => !unseen.has(id));
  const told = seen ? `by ${seen}; change that one, or` : 'already;';
  throw new Refusal(problem, `${what} is followed up ${told} record another by itself.`);
}
