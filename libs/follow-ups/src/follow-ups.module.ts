import { Module } from '@nestjs/common';
import { AgreementsModule } from '#agreements';
import { BriefingsModule } from '#briefings';
import { EventsModule } from '#events';
import { RecordsModule } from '#records';
import { EventFollowUpsWriter } from './follow-ups/event-follow-ups.writer.js';
import { FollowUpConcerns } from './follow-ups/follow-up-concerns.js';
import { FOLLOW_UP } from './follow-ups/follow-up.record.js';
import { FollowUpsController } from './follow-ups/follow-ups.controller.js';
import { FollowUpQueries } from './follow-ups/follow-ups.queries.js';
import { FollowUpsService } from './follow-ups/follow-ups.service.js';
import { QuestionFollowUpsController } from './questions/question-follow-ups.controller.js';
import { QuestionFollowUpsService } from './questions/question-follow-ups.service.js';
import { OutcomeConcerns } from './outcomes/outcome-concerns.js';
import { OUTCOME } from './outcomes/outcome.record.js';
import { OutcomesController } from './outcomes/outcomes.controller.js';
import { OutcomeQueries } from './outcomes/outcomes.queries.js';
import { OutcomesService } from './outcomes/outcomes.service.js';
import { STANDING_FOLLOW_UP } from './standing/standing-follow-up.record.js';
import { StandingFollowUpsController } from './standing/standing-follow-ups.controller.js';
import { StandingFollowUpQueries } from './standing/standing-follow-ups.queries.js';
import { StandingFollowUpsService } from './standing/standing-follow-ups.service.js';

/** What came out of meetings and agreements, and what is to be done about it. */
@Module({
  imports: [
    AgreementsModule,
    BriefingsModule,
    EventsModule,
    RecordsModule.of([OUTCOME, FOLLOW_UP, STANDING_FOLLOW_UP]),
  ],
  controllers: [
    OutcomesController,
    FollowUpsController,
    QuestionFollowUpsController,
    StandingFollowUpsController,
  ],
  providers: [
    OutcomeConcerns,
    OutcomeQueries,
    OutcomesService,
    FollowUpConcerns,
    FollowUpQueries,
    FollowUpsService,
    QuestionFollowUpsService,
    StandingFollowUpQueries,
    StandingFollowUpsService,
    EventFollowUpsWriter,
  ],
  exports: [EventFollowUpsWriter, FollowUpConcerns, OutcomeConcerns],
})
export class FollowUpsModule {}
