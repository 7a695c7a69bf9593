import { Module } from '@nestjs/common';
import { RecordsModule } from '#records';
import { EventConcerns } from './events/event-concerns.js';
import { EarlierDates } from './events/event.entity.js';
import { EVENT } from './events/event.record.js';
import { EventsController } from './events/events.controller.js';
import { EventQueries } from './events/events.queries.js';
import { EventWriter } from './events/events.writer.js';
import { EventLeg } from './legs/leg.entity.js';
import { EVENT_LINK } from './links/event-link.record.js';
import { EventLinksController } from './links/event-links.controller.js';
import { EventLinkQueries } from './links/event-links.queries.js';
import { EventLinksService } from './links/event-links.service.js';

/** What visits and forums have in common, and the list of both. */
@Module({
  imports: [
    RecordsModule.of([EVENT, EVENT_LINK], {
      entities: [EventLeg, EarlierDates],
      referred: { leg: 'event_legs' },
    }),
  ],
  controllers: [EventsController, EventLinksController],
  providers: [EventConcerns, EventLinkQueries, EventLinksService, EventQueries, EventWriter],
  exports: [EventConcerns, EventWriter],
})
export class EventsModule {}
