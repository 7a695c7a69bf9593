import { Module } from '@nestjs/common';
import { HistoryOf, recordIn, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FollowUp } from './follow-ups/follow-up.entity.js';
import { FollowUpsController } from './follow-ups/follow-ups.controller.js';
import { FollowUpQueries } from './follow-ups/follow-ups.queries.js';
import { FollowUpsService } from './follow-ups/follow-ups.service.js';
import { Outcome } from './outcomes/outcome.entity.js';
import { OutcomesController } from './outcomes/outcomes.controller.js';
import { OutcomeQueries } from './outcomes/outcomes.queries.js';
import { OutcomesService } from './outcomes/outcomes.service.js';
import { StandingFollowUp } from './standing/standing-follow-up.entity.js';
import { StandingFollowUpWriter } from './standing/standing-follow-up.writer.js';
import { StandingFollowUpsController } from './standing/standing-follow-ups.controller.js';
import { StandingFollowUpQueries } from './standing/standing-follow-ups.queries.js';
import { StandingFollowUpsService } from './standing/standing-follow-ups.service.js';

/** What came out of meetings and agreements, and what is to be done about it. */
@Module({
  imports: [TypeOrmModule.forFeature([Outcome, FollowUp, StandingFollowUp])],
  controllers: [
    OutcomesController,
    HistoryOf({
      tag: 'Outcomes',
      name: 'outcome',
      path: 'outcomes/:id',
      record: recordIn(sql`visible_outcomes(:caller)`),
    }),
    FollowUpsController,
    HistoryOf({
      tag: 'Follow-ups',
      name: 'follow-up',
      path: 'follow-ups/:id',
      record: recordIn(sql`visible_follow_ups(:caller)`),
    }),
    StandingFollowUpsController,
    HistoryOf({
      tag: 'Follow-ups',
      name: 'standing follow-up',
      path: 'standing-follow-ups/:id',
      record: recordIn(sql`standing_follow_ups`),
    }),
  ],
  providers: [
    OutcomeQueries,
    OutcomesService,
    FollowUpQueries,
    FollowUpsService,
    StandingFollowUpQueries,
    StandingFollowUpsService,
    StandingFollowUpWriter,
  ],
  exports: [StandingFollowUpWriter],
})
export class FollowUpsModule {}
