import { Module } from '@nestjs/common';
import { EVENT_ROUTE, partAt } from '#events';
import { HistoryOf, sql } from '#platform';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendasModule } from '#agendas';
import { ParticipantsController } from './participants.controller.js';
import { ParticipationQueries, oneParticipationRow } from './participants.queries.js';
import { ParticipantsService } from './participants.service.js';
import { ParticipationWriter } from './participants.writer.js';
import { Participation } from './participation.entity.js';
import { ProgrammeWriter } from './programme.writer.js';

/** Who takes part in events and in the items of their agendas. */
@Module({
  imports: [TypeOrmModule.forFeature([Participation]), AgendasModule],
  controllers: [
    ParticipantsController,
    HistoryOf({
      tag: 'Participants',
      name: 'participation',
      path: `${EVENT_ROUTE}/participants/:id`,
      record: sql`select p.id ${oneParticipationRow}`,
      at: partAt,
    }),
  ],
  providers: [ParticipationQueries, ParticipantsService, ParticipationWriter, ProgrammeWriter],
  exports: [ParticipationWriter, ProgrammeWriter],
})
export class ParticipantsModule {}
