import { Global, Module } from '@nestjs/common';
import { EVENTS_BY_DELEGATION, EventsModule } from '#events';
import { FollowUpsModule } from '#follow-ups';
import { ParticipantsModule } from '#participants';
import { RecordsModule } from '#records';
import { VISIT } from './visit.record.js';
import { VisitsController } from './visits.controller.js';
import { VisitQueries, eventsByDelegation } from './visits.queries.js';
import { VisitsService } from './visits.service.js';

/** Visits: delegations that come, or that we send. */
// Global, since events, which know nothing of visits, are told of their delegations.
@Global()
@Module({
  imports: [RecordsModule.of([VISIT]), EventsModule, FollowUpsModule, ParticipantsModule],
  controllers: [VisitsController],
  providers: [VisitQueries, VisitsService, { provide: EVENTS_BY_DELEGATION, useValue: eventsByDelegation }],
  exports: [EVENTS_BY_DELEGATION],
})
export class VisitsModule {}
