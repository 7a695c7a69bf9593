export { DIRECTIONS, VISIT_STATUSES } from './visit.rules.js';
export { VisitsModule } from './visits.module.js';
