export { EventAgendaItemWithParticipants, EventParticipation } from './participation-input.dto.js';
export {
  AgendaItemWithParticipants,
  ParticipationItem,
  ParticipationPart,
} from './participation-view.dto.js';
export { agendaOf, participantsOf } from './participants.fragments.js';
export { ParticipantsModule } from './participants.module.js';
export { ProgrammeWriter } from './programme.writer.js';
