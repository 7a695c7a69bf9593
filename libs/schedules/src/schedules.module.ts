import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BusyTimeQueries } from './busy-times/busy-times.queries.js';
import { BusyTimesController } from './busy-times/busy-times.controller.js';
import { ConflictQueries } from './conflicts/conflicts.queries.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { ConflictsService } from './conflicts/conflicts.service.js';
import { TravelTime } from './travel-times/travel-time.entity.js';
import { TravelTimeQueries } from './travel-times/travel-times.queries.js';
import { TravelTimesController } from './travel-times/travel-times.controller.js';
import { TravelTimesService } from './travel-times/travel-times.service.js';

/** What makes agendas hold: their conflicts, and how long it takes from one place to the next. */
@Module({
  imports: [TypeOrmModule.forFeature([TravelTime])],
  controllers: [BusyTimesController, ConflictsController, TravelTimesController],
  providers: [BusyTimeQueries, ConflictQueries, ConflictsService, TravelTimeQueries, TravelTimesService],
})
export class SchedulesModule {}
