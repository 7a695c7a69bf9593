import { Module } from '@nestjs/common';
import { EventsModule } from '#events';
import { ParticipantsModule } from '#participants';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Visit } from './visit.entity.js';
import { VisitsController } from './visits.controller.js';
import { VisitQueries } from './visits.queries.js';
import { VisitsService } from './visits.service.js';

/** Visits: delegations that come, or that we send. */
@Module({
  imports: [TypeOrmModule.forFeature([Visit]), EventsModule, ParticipantsModule],
  controllers: [VisitsController],
  providers: [VisitQueries, VisitsService],
})
export class VisitsModule {}
