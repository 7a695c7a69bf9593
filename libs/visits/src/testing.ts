export { CATEGORIES, DIRECTIONS } from './visit.rules.js';
