export { VISIT_STATUSES, type VisitStatus } from './visit.rules.js';
export { VisitsModule } from './visits.module.js';
