export { shownAgendaOf } from './publications/published-items.fragments.js';
export { SchedulesModule } from './schedules.module.js';
