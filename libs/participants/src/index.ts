export {
  AgendaItemWithParticipants,
  CreateParticipation,
  EventAgendaItemWithParticipants,
  EventParticipation,
  ParticipationItem,
  ParticipationView,
} from './participants.dto.js';
export { agendaOf, participantsOf } from './participants.fragments.js';
export { ParticipantsModule } from './participants.module.js';
export { ParticipationWriter, type PlacedParticipation } from './participants.writer.js';
export { ProgrammeWriter } from './programme.writer.js';
