export { ZoneCorrectionsService } from './zone-corrections/zone-corrections.service.js';
export { shownAgendaOf } from './publications/published-items.fragments.js';
export { SchedulesModule } from './schedules.module.js';
