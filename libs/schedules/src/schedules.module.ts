import { Module } from '@nestjs/common';
import { HistoryOf, recordIn, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BusyTimeQueries } from './busy-times/busy-times.queries.js';
import { BusyTimesController } from './busy-times/busy-times.controller.js';
import { ConflictQueries } from './conflicts/conflicts.queries.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { ConflictsService } from './conflicts/conflicts.service.js';
import { PublicationQueries } from './publications/publications.queries.js';
import { PublicationsController } from './publications/publications.controller.js';
import { PublicationsService } from './publications/publications.service.js';
import { TravelTime } from './travel-times/travel-time.entity.js';
import { TravelTimeQueries } from './travel-times/travel-times.queries.js';
import { TravelTimesController } from './travel-times/travel-times.controller.js';
import { TravelTimesService } from './travel-times/travel-times.service.js';

/** What makes agendas hold: their conflicts, when people and places are busy, and what was published of them. */
@Module({
  imports: [TypeOrmModule.forFeature([TravelTime])],
  controllers: [
    BusyTimesController,
    ConflictsController,
    PublicationsController,
    TravelTimesController,
    HistoryOf({
      tag: 'Schedules',
      name: 'travel time',
      path: 'travel-times/:id',
      record: recordIn(sql`travel_times`),
    }),
  ],
  providers: [
    BusyTimeQueries,
    ConflictQueries,
    ConflictsService,
    PublicationQueries,
    PublicationsService,
    TravelTimeQueries,
    TravelTimesService,
  ],
})
export class SchedulesModule {}
