export { CATEGORIES, DIRECTIONS, VISIT_STATUSES } from './visit.rules.js';
