import { Module } from '@nestjs/common';
import { HistoryOf, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EarlierDates, Event, EventLeg, EventLink } from './event.entity.js';
import { partAt } from './event-path.js';
import { EVENT_ROUTE } from './event.rules.js';
import { EventLinksController } from './event-links.controller.js';
import { EventLinkQueries, oneLinkRow } from './event-links.queries.js';
import { EventLinksService } from './event-links.service.js';
import { EventsController } from './events.controller.js';
import { EventQueries } from './events.queries.js';
import { EventWriter } from './events.writer.js';

/** What visits and forums are alike, and the list of both. */
@Module({
  imports: [TypeOrmModule.forFeature([Event, EventLeg, EventLink, EarlierDates])],
  controllers: [
    EventsController,
    EventLinksController,
    HistoryOf({
      tag: 'Links',
      name: 'link',
      path: `${EVENT_ROUTE}/links/:id`,
      record: sql`select e.id ${oneLinkRow}`,
      at: partAt,
    }),
  ],
  providers: [EventLinkQueries, EventLinksService, EventQueries, EventWriter],
  exports: [EventWriter],
})
export class EventsModule {}
