import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendasModule } from '#agendas';
import { ParticipantsController } from './participants.controller.js';
import { ParticipationQueries } from './participants.queries.js';
import { ParticipantsService } from './participants.service.js';
import { ParticipationWriter } from './participants.writer.js';
import { Participation } from './participation.entity.js';
import { ProgrammeWriter } from './programme.writer.js';

/** Who takes part in events and in the items of their agendas. */
@Module({
  imports: [TypeOrmModule.forFeature([Participation]), AgendasModule],
  controllers: [ParticipantsController],
  providers: [ParticipationQueries, ParticipantsService, ParticipationWriter, ProgrammeWriter],
  exports: [ParticipationWriter, ProgrammeWriter],
})
export class ParticipantsModule {}
