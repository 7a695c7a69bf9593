import { Injectable } from '@nestjs/common';
import type { Caller, Precondition, Transaction } from '#platform';
import { Records, lockRecord } from '#records';
import { unknownRecord } from '#refusals';
import type { Entry } from './entry.entity.js';
import { ENTRY } from './entry.record.js';
import type { Question } from './question.rules.js';

/** Where a question is. */
export interface QuestionAt {
  readonly id: string;
  readonly questionId: string;
}

/** A question of a locked entry. */
export interface LockedQuestion {
  readonly entry: Entry;
  readonly question: Question;
}

/** Writes what becomes of the open questions of entries. */
@Injectable()
export class QuestionsWriter {
  constructor(private readonly records: Records) {}

  /**
   * Locks the entry of a question, so that two who follow it up at once do it one after the other.
   * @param match the version of the entry that the caller has seen, or null where none is asked for
   * @throws Refusal `record.unknown` where there is no such entry, or it has no such question
   */
  async lock(
    tx: Transaction,
    { id, questionId }: QuestionAt,
    match: Precondition | null,
  ): Promise<LockedQuestion> {
    const entry = await lockRecord(tx, ENTRY, { id }, match);
    const question = entry.openQuestions.find((one) => one.id === questionId);
    if (!question) throw unknownRecord('question');
    return { entry, question };
  }

  /** Notes what a question has become. */
  async noteFollowUp(
    tx: Transaction,
    { entry, question }: LockedQuestion,
    followUpId: string,
    caller: Caller,
  ): Promise<void> {
    const openQuestions = entry.openQuestions.map((one) => (one === question ? { ...one, followUpId } : one));
    await this.records.update(tx, ENTRY, entry, { openQuestions }, caller);
  }
}
