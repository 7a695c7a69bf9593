import { Global, Module } from '@nestjs/common';
import { AgendasModule, ITEMS_BY_PARTICIPANT, ITEM_PARTICIPANTS } from '#agendas';
import { DelegationsModule } from '#delegations';
import { EVENTS_BY_PARTICIPANT } from '#events';
import { RecordsModule } from '#records';
import { ParticipantsController } from './participants.controller.js';
import { eventsByParticipant, itemsByParticipant, participantsOfItem } from './participants.fragments.js';
import { ParticipationQueries } from './participants.queries.js';
import { ParticipantsService } from './participants.service.js';
import { ParticipationWriter } from './participants.writer.js';
import { PARTICIPATION } from './participation.record.js';
import { ProgrammeWriter } from './programme.writer.js';

/** Who takes part in events and in the items of their agendas. */
// Global, since events and agendas, which know nothing of participants, are told of them.
@Global()
@Module({
  imports: [RecordsModule.of([PARTICIPATION]), AgendasModule, DelegationsModule],
  controllers: [ParticipantsController],
  providers: [
    ParticipationQueries,
    ParticipantsService,
    ParticipationWriter,
    ProgrammeWriter,
    { provide: EVENTS_BY_PARTICIPANT, useValue: eventsByParticipant },
    { provide: ITEMS_BY_PARTICIPANT, useValue: itemsByParticipant },
    { provide: ITEM_PARTICIPANTS, useValue: participantsOfItem },
  ],
  exports: [
    ParticipationWriter,
    ProgrammeWriter,
    EVENTS_BY_PARTICIPANT,
    ITEMS_BY_PARTICIPANT,
    ITEM_PARTICIPANTS,
  ],
})
export class ParticipantsModule {}
