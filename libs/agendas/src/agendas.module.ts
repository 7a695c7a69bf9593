import { Global, Module } from '@nestjs/common';
import { EVENTS_BY_HOST } from '#events';
import { RecordsModule } from '#records';
import { AGENDA_ITEM } from './items/agenda-item.record.js';
import { eventsByHost } from './items/agenda.fragments.js';
import { AgendasController } from './items/agendas.controller.js';
import { AgendaQueries } from './items/agendas.queries.js';
import { AgendasService } from './items/agendas.service.js';
import { AgendaWriter } from './items/agendas.writer.js';
import { RearrangementQueries } from './rearrangements/rearrangements.queries.js';
import { RearrangementsService } from './rearrangements/rearrangements.service.js';
import { RearrangementsWriter } from './rearrangements/rearrangements.writer.js';

/** The agendas of events. */
// Global, since events, which know nothing of agendas, are told of their hosts.
@Global()
@Module({
  imports: [RecordsModule.of([AGENDA_ITEM])],
  controllers: [AgendasController],
  providers: [
    AgendaQueries,
    AgendasService,
    AgendaWriter,
    RearrangementQueries,
    RearrangementsService,
    RearrangementsWriter,
    { provide: EVENTS_BY_HOST, useValue: eventsByHost },
  ],
  exports: [AgendaWriter, EVENTS_BY_HOST],
})
export class AgendasModule {}
