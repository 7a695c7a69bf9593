import { Injectable } from '@nestjs/common';
import { type Caller, type Json, sql } from '#platform';
import { type At, RecordQueries, RecordReader } from '#records';
import { FollowUpConcerns } from './follow-up-concerns.js';
import { followUpList } from './follow-up-list.js';
import type { FollowUpQuery } from './follow-up-query.dto.js';
import type { FollowUpPage } from './follow-up-view.dto.js';
import { FOLLOW_UP } from './follow-up.record.js';
import { type FollowUpFacts, missingForFollowUp, missingInFollowUp } from './follow-up.rules.js';
import { followUpView } from './follow-ups.fragments.js';

/** Reads follow-ups. */
@Injectable()
export class FollowUpQueries extends RecordQueries<typeof FOLLOW_UP, FollowUpFacts> {
  constructor(reader: RecordReader, concerns: FollowUpConcerns) {
    super(reader, FOLLOW_UP, {
      one: followUpView(sql`e`),
      list: followUpList(concerns),
      judgement: {
        facts: { mandatory: sql`e.mandatory` },
        missing: missingForFollowUp,
        missingIn: missingInFollowUp,
        guarded: ['cancelled'],
      },
    });
  }

  /** A page of follow-ups, the most urgent first. */
  override list(at: At, query: FollowUpQuery, caller: Caller): Promise<Json<FollowUpPage>> {
    const owner = query.owner === 'me' ? caller.actor!.id : query.owner;
    return super.list(at, { ...query, owner }, caller);
  }
}
