export { FORMATS } from './forum.rules.js';
export { FREQUENCIES } from './series/forum-series.dto.js';
