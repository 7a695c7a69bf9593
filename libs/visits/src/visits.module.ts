import { Module } from '@nestjs/common';
import { EventsModule } from '#events';
import { FollowUpsModule } from '#follow-ups';
import { ParticipantsModule } from '#participants';
import { HistoryOf, recordIn, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Visit } from './visit.entity.js';
import { VisitMoves } from './visit.moves.js';
import { VisitsController } from './visits.controller.js';
import { VisitQueries } from './visits.queries.js';
import { VisitsService } from './visits.service.js';

/** Visits: delegations that come, or that we send. */
@Module({
  imports: [TypeOrmModule.forFeature([Visit]), EventsModule, FollowUpsModule, ParticipantsModule],
  controllers: [
    VisitsController,
    HistoryOf({
      tag: 'Visits',
      name: 'visit',
      path: 'visits/:id',
      record: sql`${recordIn(sql`visible_events(:caller)`)} and e.kind = 'visit'`,
    }),
  ],
  providers: [VisitMoves, VisitQueries, VisitsService],
})
export class VisitsModule {}
