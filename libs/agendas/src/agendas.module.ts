import { Global, Module } from '@nestjs/common';
import { PLACE_ZONES } from '#directory';
import { EVENTS_BY_HOST, EventsModule } from '#events';
import { RecordsModule } from '#records';
import { AGENDA_ITEM } from './items/agenda-item.record.js';
import { eventsByHost } from './items/agenda.fragments.js';
import { AgendasController } from './items/agendas.controller.js';
import { AgendaQueries } from './items/agendas.queries.js';
import { AgendasService } from './items/agendas.service.js';
import { AgendaWriter } from './items/agendas.writer.js';
import { ItemZonesWriter } from './items/item-zones.writer.js';
import { RearrangementQueries } from './rearrangements/rearrangements.queries.js';
import { RearrangementsService } from './rearrangements/rearrangements.service.js';
import { RearrangementsWriter } from './rearrangements/rearrangements.writer.js';
import { RoomBookingsWriter } from './rooms/room-bookings.writer.js';

/** The agendas of events. */
// Global, since places and events, which know nothing of agendas, are told of zones to follow and of their hosts.
@Global()
@Module({
  imports: [RecordsModule.of([AGENDA_ITEM]), EventsModule],
  controllers: [AgendasController],
  providers: [
    AgendaQueries,
    AgendasService,
    AgendaWriter,
    ItemZonesWriter,
    RearrangementQueries,
    RearrangementsService,
    RearrangementsWriter,
    RoomBookingsWriter,
    { provide: EVENTS_BY_HOST, useValue: eventsByHost },
    { provide: PLACE_ZONES, useExisting: ItemZonesWriter },
  ],
  exports: [AgendaWriter, ItemZonesWriter, RoomBookingsWriter, EVENTS_BY_HOST, PLACE_ZONES],
})
export class AgendasModule {}
