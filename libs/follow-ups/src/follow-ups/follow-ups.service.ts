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
  assertValid,
  created,
  mergePatch,
} from '#platform';
import type { Outcome } from '../outcomes/outcome.entity.js';
import { OUTCOME } from '../outcomes/outcome.kind.js';
import { FollowUp } from './follow-up.entity.js';
import { followUpLifecycle, linkErrors, missingForFollowUp, ownerErrors } from './follow-up.rules.js';
import {
  CreateFollowUp,
  type CreateFollowUpOfOutcome,
  type FollowUpView,
  type PatchFollowUp,
} from './follow-ups.dto.js';
import { FollowUpQueries } from './follow-ups.queries.js';

/** Writes follow-ups. */
@Injectable()
export class FollowUpsService extends RecordService<FollowUp, FollowUpView> {
  constructor(
    database: Database,
    records: Records,
    private readonly followUps: FollowUpQueries,
  ) {
    super(database, records, { entity: FollowUp, name: 'follow-up', input: CreateFollowUp });
  }

  /** Records a follow-up. */
  create(followUp: CreateFollowUp, caller: Caller): Promise<Json<FollowUpView>> {
    assertValid(linkErrors(followUp));
    return this.database.transaction(async (tx) => {
      const id = await this.insert(tx, followUp, caller);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /**
   * Makes a commitment a follow-up that comes from it.
   * @throws Refusal where the outcome is no commitment, or is followed up already
   */
  createOfOutcome(
    outcomeId: string,
    match: Precondition | null,
    { title, kind = 'action', ...followUp }: CreateFollowUpOfOutcome,
    caller: Caller,
  ): Promise<Json<FollowUpView>> {
    assertValid(ownerErrors(followUp));
    return this.database.transaction(async (tx) => {
      // Locked, so that two who do this at once do it one after the other.
      const outcome = await this.records.lock(tx, OUTCOME, outcomeId, match);
      await refuseUnlessFree(tx, outcome);
      const row = { ...followUp, title: title ?? outcome.text, kind, outcomeId };
      const id = await this.insert(tx, row, caller);
      return created(id, await this.readBack(id, caller, tx), 'follow-ups');
    });
  }

  /** Changes a follow-up by a merge patch. */
  patch(id: string, match: Precondition, patch: PatchFollowUp, caller: Caller): Promise<Json<FollowUpView>> {
    return this.change(id, match, caller, async (tx, followUp) => {
      const changes = mergePatch(followUp, patch, this.kind.input) as Partial<FollowUp>;
      assertValid(linkErrors({ ...followUp, ...changes }));
      await this.records.update(tx, this.kind, followUp, changes, caller);
    });
  }

  /** Moves a follow-up to another status. */
  move(
    id: string,
    match: Precondition | null,
    move: TransitionDto,
    caller: Caller,
  ): Promise<Json<FollowUpView>> {
    return this.change(id, match, caller, async (tx, followUp) => {
      const { mandatory } = followUp;
      const missing = missingForFollowUp(move.to, { mandatory, reason: move.reason });
      await this.records.move(tx, this.kind, followUpLifecycle, followUp, move, caller, { missing });
    });
  }

  private async insert(
    tx: Transaction,
    {
      status = followUpLifecycle.initial,
      priority = 'normal',
      mandatory = false,
      ...followUp
    }: CreateFollowUp,
    caller: Caller,
  ): Promise<string> {
    const row = { ...followUp, status, priority, mandatory };
    const id = await this.records.insert(tx, this.kind, row, caller);
    await this.records.noteFirstStatus(tx, [{ id, status }], caller);
    return id;
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<FollowUpView>> {
    return this.followUps.read(id, caller, tx);
  }
}

async function refuseUnlessFree(tx: Transaction, { id, kind }: Outcome): Promise<void> {
  if (kind !== 'commitment')
    throw new Refusal(
      'outcome.no-commitment',
      `This outcome is of kind ${kind}; only a commitment becomes a follow-up. A follow-up of it can be recorded by itself.`,
    );
  const [present] = await tx.query<{ id: string }[]>(
    `select id from follow_ups where outcome_id = $1 and status <> 'cancelled' and archived_at is null limit 1`,
    [id],
  );
  if (present)
    throw new Refusal(
      'outcome.followed-up',
      `The commitment is followed up by ${present.id}; change that one, or record another by itself.`,
    );
}
