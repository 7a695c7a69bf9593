export { ZoneCorrectionsService } from './zone-corrections/zone-corrections.service.js';
export { publishedAgendaOf, shownAgendaOf } from './publications/published-items.fragments.js';
export { daysErrors } from './busy-times/busy-time.rules.js';
export { BusySpanQueries } from './busy-times/busy-spans.queries.js';
export { SchedulesModule } from './schedules.module.js';
