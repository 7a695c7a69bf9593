import { Global, Module } from '@nestjs/common';
import { ITEM_CONFLICTS } from '#agendas';
import { RecordsModule } from '#records';
import { BusySpanQueries } from './busy-times/busy-spans.queries.js';
import { BusyTimesController } from './busy-times/busy-times.controller.js';
import { BusyTimeQueries } from './busy-times/busy-times.queries.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { conflictList } from './conflicts/conflicts.fragments.js';
import { ConflictQueries } from './conflicts/conflicts.queries.js';
import { ConflictsService } from './conflicts/conflicts.service.js';
import { PublicationsController } from './publications/publications.controller.js';
import { PublicationQueries } from './publications/publications.queries.js';
import { PublicationsService } from './publications/publications.service.js';
import { TRAVEL_TIME } from './travel-times/travel-time.record.js';
import { TravelTimesController } from './travel-times/travel-times.controller.js';
import { TravelTimeQueries } from './travel-times/travel-times.queries.js';
import { TravelTimesService } from './travel-times/travel-times.service.js';
import { ZoneCorrectionsService } from './zone-corrections/zone-corrections.service.js';

/** What makes agendas hold: their conflicts, when people and places are busy, and what was published of them. */
// Global, since agendas, which know nothing of schedules, are told of their conflicts.
@Global()
@Module({
  imports: [RecordsModule.of([TRAVEL_TIME])],
  controllers: [BusyTimesController, ConflictsController, PublicationsController, TravelTimesController],
  providers: [
    BusySpanQueries,
    BusyTimeQueries,
    ConflictQueries,
    ConflictsService,
    PublicationQueries,
    PublicationsService,
    TravelTimeQueries,
    TravelTimesService,
    ZoneCorrectionsService,
    { provide: ITEM_CONFLICTS, useValue: conflictList },
  ],
  exports: [BusySpanQueries, ITEM_CONFLICTS],
})
export class SchedulesModule {}
