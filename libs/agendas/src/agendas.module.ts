import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendasController } from './agendas.controller.js';
import { AgendaQueries } from './agendas.queries.js';
import { AgendasService } from './agendas.service.js';
import { AgendaWriter } from './agendas.writer.js';
import { MovesService } from './moves.service.js';
import { MovesWriter } from './moves.writer.js';

/** The agendas of events. */
@Module({
  imports: [TypeOrmModule.forFeature([AgendaItem])],
  controllers: [AgendasController],
  providers: [AgendaQueries, AgendasService, AgendaWriter, MovesService, MovesWriter],
  exports: [AgendaWriter],
})
export class AgendasModule {}
