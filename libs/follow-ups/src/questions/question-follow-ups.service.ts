import { Injectable } from '@nestjs/common';
import { EntryQueries, QUESTION_PROBLEMS, type QuestionAt, QuestionsWriter } from '#briefings';
import { type Caller, type Json, type Precondition, created } from '#platform';
import { Records } from '#records';
import { assertValid } from '#refusals';
import type { CreateFollowUpOfQuestion } from '../follow-ups/follow-up-input.dto.js';
import type { FollowUpView } from '../follow-ups/follow-up-view.dto.js';
import { FOLLOW_UP } from '../follow-ups/follow-up.record.js';
import { FOLLOW_UP_DEFAULTS, ownerErrors } from '../follow-ups/follow-up.rules.js';
import { FollowUpQueries } from '../follow-ups/follow-ups.queries.js';
import { refuseFollowedUp } from '../follow-ups/followed-up.js';

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
      const { entry, question } = locked;
      const { followUpId } = question;
      const problem = QUESTION_PROBLEMS['entry.question-followed-up'];
      if (followUpId) await refuseFollowedUp(tx, { id: followUpId }, problem, 'The question');
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
