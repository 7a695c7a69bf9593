import { Module } from '@nestjs/common';
import { EVENT_ROUTE, partAt } from '#events';
import { HistoryOf, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendasController } from './agendas.controller.js';
import { AgendaQueries, oneItemRow } from './agendas.queries.js';
import { AgendasService } from './agendas.service.js';
import { AgendaWriter } from './agendas.writer.js';
import { MovesService } from './moves.service.js';
import { MovesWriter } from './moves.writer.js';

/** The agendas of events. */
@Module({
  imports: [TypeOrmModule.forFeature([AgendaItem])],
  controllers: [
    AgendasController,
    HistoryOf({
      tag: 'Agendas',
      name: 'agenda item',
      path: `${EVENT_ROUTE}/agenda/:id`,
      record: sql`select i.id ${oneItemRow}`,
      at: partAt,
      renamed: { on_date: 'on' },
    }),
  ],
  providers: [AgendaQueries, AgendasService, AgendaWriter, MovesService, MovesWriter],
  exports: [AgendaWriter],
})
export class AgendasModule {}
