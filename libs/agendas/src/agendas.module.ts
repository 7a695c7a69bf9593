import { Global, Module } from '@nestjs/common';
import { PLACE_ZONES } from '#directory';
import { EVENTS_BY_ITEM, EventsModule } from '#events';
import { RecordsModule } from '#records';
import { AGENDA_ITEM } from './items/agenda-item.record.js';
import { eventsByItem } from './items/agenda.fragments.js';
import { AgendaItemQueries } from './items/agenda-items.queries.js';
import { AgendaItemsController } from './items/agenda-items.controller.js';
import { AgendasController } from './items/agendas.controller.js';
import { AgendaQueries } from './items/agendas.queries.js';
import { AgendasService } from './items/agendas.service.js';
import { AgendaWriter } from './items/agendas.writer.js';
import { ItemConcerns } from './items/item-concerns.js';
import { ItemZonesWriter } from './items/item-zones.writer.js';
import { RearrangementQueries } from './rearrangements/rearrangements.queries.js';
import { RearrangementsService } from './rearrangements/rearrangements.service.js';
import { RearrangementsWriter } from './rearrangements/rearrangements.writer.js';
import { RoomBookingsWriter } from './rooms/room-bookings.writer.js';

/** The agendas of events. */
// Global, since places and events, which know nothing of agendas, are told of zones to follow and of agenda items.
@Global()
@Module({
  imports: [RecordsModule.of([AGENDA_ITEM]), EventsModule],
  controllers: [AgendasController, AgendaItemsController],
  providers: [
    AgendaItemQueries,
    AgendaQueries,
    AgendasService,
    AgendaWriter,
    ItemConcerns,
    ItemZonesWriter,
    RearrangementQueries,
    RearrangementsService,
    RearrangementsWriter,
    RoomBookingsWriter,
    { provide: EVENTS_BY_ITEM, useValue: eventsByItem },
    { provide: PLACE_ZONES, useExisting: ItemZonesWriter },
  ],
  exports: [AgendaWriter, ItemConcerns, ItemZonesWriter, RoomBookingsWriter, EVENTS_BY_ITEM, PLACE_ZONES],
})
export class AgendasModule {}
