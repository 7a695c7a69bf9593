export { ZoneCorrectionsService } from './zone-corrections/zone-corrections.service.js';
export { publishedAgendaOf, shownAgendaOf } from './publications/published-items.fragments.js';
export { SchedulesModule } from './schedules.module.js';
