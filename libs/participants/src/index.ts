export {
  CreateParticipation,
  EventAgendaItemWithParticipants,
  EventParticipation,
} from './participation-input.dto.js';
export {
  AgendaItemWithParticipants,
  ParticipationItem,
  ParticipationPart,
} from './participation-view.dto.js';
export { agendaOf, participantsOf } from './participants.fragments.js';
export { ParticipantsModule } from './participants.module.js';
export { ParticipationWriter, type PlacedParticipation } from './participants.writer.js';
export { ProgrammeWriter } from './programme.writer.js';
