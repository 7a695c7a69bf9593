import { Injectable } from '@nestjs/common';
import { type Caller, type Json, type Precondition, type Transaction, created } from '#platform';
import { type At, type Move, RecordService, Records, lockRecord } from '#records';
import { Refusal, assertValid } from '#refusals';
import { MoreThan, Not } from 'typeorm';
import type { Outcome } from '../outcomes/outcome.entity.js';
import { OUTCOME } from '../outcomes/outcome.record.js';
import { OUTCOME_PROBLEMS } from '../outcomes/outcome.rules.js';
import { OutcomeQueries } from '../outcomes/outcomes.queries.js';
import type { CreateFollowUp, CreateFollowUpOfOutcome, PatchFollowUp } from './follow-up-input.dto.js';
import type { FollowUpView } from './follow-up-view.dto.js';
import type { FollowUp } from './follow-up.entity.js';
import { FOLLOW_UP } from './follow-up.record.js';
import { FOLLOW_UP_DEFAULTS, linkErrors, missingForFollowUp, ownerErrors } from './follow-up.rules.js';
import { FollowUpQueries } from './follow-ups.queries.js';
import { refuseFollowedUp } from './followed-up.js';

/** Writes follow-ups. */
@Injectable()
export class FollowUpsService extends RecordService<typeof FOLLOW_UP> {
  constructor(
    records: Records,
    followUps: FollowUpQueries,
    private readonly outcomes: OutcomeQueries,
  ) {
    super(records, FOLLOW_UP, followUps);
  }

  /** Records a follow-up. */
  override create(at: At, followUp: CreateFollowUp, caller: Caller): Promise<Json<FollowUpView>> {
    assertValid(linkErrors(followUp));
    return this.add(at, caller, (tx) =>
      this.records.insert(tx, FOLLOW_UP, { ...FOLLOW_UP_DEFAULTS, ...followUp }, caller),
    );
  }

  /**
   * Makes a commitment a follow-up that comes from it; it is due when the commitment is expected, unless it says otherwise.
   * @param at the address of the outcome
   * @throws Refusal where the outcome is no commitment, or is followed up already
   */
  createOfOutcome(
    at: At,
    match: Precondition | null,
    { title, kind = 'action', ...followUp }: CreateFollowUpOfOutcome,
    caller: Caller,
  ): Promise<Json<FollowUpView>> {
    assertValid(ownerErrors(followUp));
    return this.records.transactionOn(this.outcomes, at, caller, async (tx) => {
      // Locked, so that two who do this at once do it one after the other.
      const outcome = await lockRecord(tx, OUTCOME, at, match);
      refuseUnlessCommitment(outcome);
      const problem = OUTCOME_PROBLEMS['outcome.followed-up'];
      await refuseFollowedUp(tx, { outcomeId: outcome.id }, problem, 'The commitment');
      const row = {
        ...FOLLOW_UP_DEFAULTS,
        due: outcome.expected,
        ...followUp,
        title: title ?? outcome.text,
        kind,
        outcomeId: outcome.id,
      };
      const id = await this.records.insert(tx, FOLLOW_UP, row, caller);
      return created(id, await this.readBack({ id }, caller, tx), FOLLOW_UP.address);
    });
  }

  /** Changes a follow-up by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    patch: PatchFollowUp,
    caller: Caller,
  ): Promise<Json<FollowUpView>> {
    return super.patch(at, match, patch, caller, linkErrors);
  }

  /** Moves a follow-up to another status. */
  protected override async makeMove(
    tx: Transaction,
    _: At,
    followUp: FollowUp,
    move: Move,
    caller: Caller,
  ): Promise<void> {
    if (followUp.status === 'cancelled') await refuseReplaced(tx, followUp, followUp.createdAt);
    const { mandatory } = followUp;
    const missing = missingForFollowUp(move.to, { mandatory, reason: move.reason });
    await this.records.move(tx, FOLLOW_UP, followUp, move, caller, { missing });
  }

  protected override async assertRestorable(tx: Transaction, followUp: FollowUp): Promise<void> {
    if (followUp.status !== 'cancelled') await refuseReplaced(tx, followUp, followUp.archivedAt!);
  }
}

/** Refuses to take up again what a commitment is followed up by, where another follow-up was recorded since. */
async function refuseReplaced(tx: Transaction, { id, outcomeId }: FollowUp, since: Date): Promise<void> {
  if (outcomeId === null) return;
  const outcome = await lockRecord(tx, OUTCOME, { id: outcomeId }, null);
  if (outcome.kind !== 'commitment') return;
  const later = { outcomeId, id: Not(id), createdAt: MoreThan(since) };
  await refuseFollowedUp(tx, later, OUTCOME_PROBLEMS['outcome.followed-up'], 'The commitment');
}

function refuseUnlessCommitment({ kind }: Outcome): void {
  if (kind !== 'commitment')
    throw new Refusal(
      OUTCOME_PROBLEMS['outcome.no-commitment'],
      `This outcome is of kind ${kind}; only a commitment becomes a follow-up. A follow-up of it can be recorded by itself.`,
    );
}
