import { Injectable } from '@nestjs/common';
import {
  EntryQueries,
  type LockedQuestion,
  QUESTION_PROBLEMS,
  type QuestionAt,
  QuestionsWriter,
} from '#briefings';
import { type Caller, type Json, type Precondition, type Transaction, created } from '#platform';
import { Records, unseenAmong } from '#records';
import { Refusal, assertValid } from '#refusals';
import { IsNull, Not } from 'typeorm';
import type { CreateFollowUpOfQuestion } from '../follow-ups/follow-up-input.dto.js';
import type { FollowUpView } from '../follow-ups/follow-up-view.dto.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { FOLLOW_UP } from '../follow-ups/follow-up.record.js';
import { FOLLOW_UP_DEFAULTS, ownerErrors } from '../follow-ups/follow-up.rules.js';
import { FollowUpQueries } from '../follow-ups/follow-ups.queries.js';

/** Follows up the open questions of entries. */
@Injectable()
export class QuestionFollowUpsService {
  constructor(
    private readonly records: Records,
    private readonly questions: QuestionsWriter,
    private readonly entries: EntryQueries,
    private readonly reads: FollowUpQueries,
  ) {}

  /**
   * Makes an open question a follow-up that comes from its entry, and notes it there.
   * @throws Refusal where there is no such question, or it is followed up already
   */
  create(
    at: QuestionAt,
    match: Precondition | null,
    { title, kind = 'verification', ...followUp }: CreateFollowUpOfQuestion,
    caller: Caller,
  ): Promise<Json<FollowUpView>> {
    assertValid(ownerErrors(followUp));
    return this.records.transactionOn(this.entries, { id: at.id }, caller, async (tx) => {
      const locked = await this.questions.lock(tx, at, match);
      await refuseUnlessFree(tx, locked);
      const { entry, question } = locked;
      const row = {
        ...FOLLOW_UP_DEFAULTS,
        ...followUp,
        title: title ?? question.text,
        kind,
        entryId: entry.id,
      };
      const id = await this.records.insert(tx, FOLLOW_UP, row, caller);
      await this.questions.noteFollowUp(tx, locked, id, caller);
      return created(id, await this.reads.read({ id }, caller, tx), FOLLOW_UP.address);
    });
  }
}

async function refuseUnlessFree(
  tx: Transaction,
  { question: { followUpId } }: LockedQuestion,
): Promise<void> {
  if (!followUpId) return;
  const inUse = { id: followUpId, archivedAt: IsNull(), status: Not('cancelled' as const) };
  if (!(await tx.existsBy(FollowUp, inUse))) return;
  const isSeen = (await unseenAmong(tx, [followUpId])).size === 0;
  throw new Refusal(
    QUESTION_PROBLEMS['entry.question-followed-up'],
    `The question is followed up ${isSeen ? `by ${followUpId}; change that one, or` : 'already;'} record another by itself.`,
  );
}
